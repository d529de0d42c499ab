-- What there is to make things of: kinds of material, lots, what is reserved, what came and went.

create table material (
    id           varchar(40)      not null primary key,
    form         varchar(20)      not null,
    density      double precision not null,
    thickness_mm double precision not null
);

create table material_name (
    material varchar(40)  not null references material (id),
    language varchar(35)  not null,
    name     varchar(200) not null,
    primary key (material, language)
);

-- What is left, in milligrams, is the sum of the lot's movements; below nothing it is a stock difference.
create table lot (
    id           varchar(60)  not null primary key,
    material     varchar(40)  not null references material (id),
    label        varchar(200) not null,
    milligrams   bigint       not null,
    price_per_kg bigint       not null,
    issuer       varchar(64)  not null,
    version      bigint       not null
);
create index lot_of_material on lot (material);

create table reservation (
    id         uuid        not null primary key,
    order_id   uuid        not null,
    lot        varchar(60) not null references lot (id),
    material   varchar(40) not null,
    milligrams bigint      not null check (milligrams >= 0),
    unique (order_id, material)
);
create index reservation_of_lot on reservation (lot);

-- Never changed. The reference makes each happen once.
create table material_movement (
    reference  varchar(100)                not null primary key,
    lot        varchar(60)                 not null references lot (id),
    milligrams bigint                      not null,
    order_id   uuid,
    moved_at   timestamp(6) with time zone not null,
    issuer     varchar(64)                 not null
);
create index movement_of_lot on material_movement (lot, moved_at);
