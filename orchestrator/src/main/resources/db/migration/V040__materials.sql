create table material (
    id varchar(40) primary key,
    form varchar(20) not null,
    name_en varchar(200) not null,
    name_fr varchar(200) not null,
    density double precision not null,
    thickness_mm double precision not null
);

create table lot (
    id varchar(60) primary key,
    material varchar(40) not null references material (id),
    label varchar(200) not null,
    milligrams bigint not null,
    price_per_kg bigint not null,
    issuer varchar(64) not null,
    version bigint not null
);

create table reservation (
    id uuid primary key,
    order_id uuid not null,
    lot varchar(60) not null references lot (id),
    material varchar(40) not null,
    milligrams bigint not null,
    unique (order_id, material)
);

create table material_movement (
    reference varchar(100) primary key,
    lot varchar(60) not null references lot (id),
    milligrams bigint not null,
    order_id uuid not null,
    moved_at timestamp(6) with time zone not null
);
