create table prepared_program (
    recipe varchar(64) primary key,
    hash varchar(64) not null,
    design varchar(64) not null,
    part varchar(200) not null,
    machine varchar(40) not null,
    material varchar(40) not null,
    estimate_millis bigint not null,
    milligrams bigint not null,
    extruded_mm double precision not null,
    line_count integer not null,
    byte_count bigint not null,
    origin varchar(20) not null,
    note varchar(1000) not null
);
create index prepared_program_hash on prepared_program (hash);
