-- The machines of the workshop, as registered. What they do now is not kept.

create table machine (
    id varchar(40) primary key,
    name varchar(100) not null,
    process varchar(20) not null,
    dialect varchar(20) not null,
    agent varchar(40) not null,
    min_x double precision not null,
    min_y double precision not null,
    min_z double precision not null,
    max_x double precision not null,
    max_y double precision not null,
    max_z double precision not null,
    nozzle_max double precision not null,
    bed_max double precision not null,
    feed_max double precision not null,
    power_max double precision not null,
    watts_running double precision not null,
    loaded_material varchar(40),
    loaded_lot varchar(60),
    issuer varchar(64) not null,
    version bigint not null
);
