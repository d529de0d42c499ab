-- An order reserves of a material, not of a lot: which spool is on the machine when it is made nobody knows before.

drop index reservation_of_lot;
alter table reservation drop column lot;
create index reservation_of_material on reservation (material);

-- A row to lock while a material is defined or a lot comes in.
create table material_door (
    id integer not null primary key
);
insert into material_door (id) values (1);
