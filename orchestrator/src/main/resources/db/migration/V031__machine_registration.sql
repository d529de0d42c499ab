-- A row to lock while a machine is registered.
create table machine_registration (
    id integer not null primary key
);
insert into machine_registration (id) values (1);
