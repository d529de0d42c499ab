-- A row to lock while a version is recorded.
create table design_recording (
    id integer not null primary key
);
insert into design_recording (id) values (1);
