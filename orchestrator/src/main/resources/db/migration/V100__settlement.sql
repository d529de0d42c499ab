-- Settlement: rules by the day from which they hold, statements as they were settled, payments, and ended attempts to account for.
-- Euro are in millionths.

create table tariff (
    version         varchar(40)                 not null primary key,
    valid_from      timestamp(6) with time zone not null unique,
    energy_per_kwh  bigint                      not null check (energy_per_kwh >= 0),
    labour_per_hour bigint                      not null check (labour_per_hour >= 0)
);

-- Subject is 'process:PRINT' or 'machine:printer-1'.
create table tariff_machine (
    tariff_version varchar(40) not null references tariff (version),
    subject        varchar(60) not null,
    per_hour       bigint      not null check (per_hour >= 0),
    primary key (tariff_version, subject)
);

create table fee_policy (
    version            varchar(40)                 not null primary key,
    valid_from         timestamp(6) with time zone not null unique,
    fee_per_mille      integer                     not null check (fee_per_mille between 0 and 1000),
    pool_per_mille     integer                     not null check (pool_per_mille between 0 and 1000),
    upstream_per_mille integer                     not null check (upstream_per_mille between 0 and 1000),
    credits_offset     boolean                     not null
);

create table settlement (
    order_id         uuid                        not null primary key,
    job              varchar(40)                 not null,
    requester        varchar(64)                 not null,
    design           varchar(64)                 not null,
    settled_at       timestamp(6) with time zone not null,
    base             bigint                      not null,
    rule             integer                     not null,
    verdict          varchar(20)                 not null,
    enforceability   varchar(20)                 not null,
    rate_per_mille   integer                     not null,
    fee_gross        bigint                      not null,
    credits_redeemed bigint                      not null,
    fee_cash         bigint                      not null,
    total            bigint                      not null,
    tariff_version   varchar(40)                 not null,
    policy_version   varchar(40)                 not null
);

create table settlement_line (
    order_id  uuid         not null references settlement (order_id),
    place     integer      not null,
    what      varchar(20)  not null,
    about     varchar(100) not null,
    quantity  bigint       not null,
    commodity varchar(3)   not null,
    rate      bigint       not null,
    amount    bigint       not null,
    primary key (order_id, place)
);

-- The association's own share has neither level nor design.
create table settlement_share (
    order_id uuid         not null references settlement (order_id),
    place    integer      not null,
    party    varchar(64)  not null,
    level    integer,
    design   varchar(500),
    amount   bigint       not null,
    primary key (order_id, place)
);

-- Who recorded it stays here and never goes into the public books.
create table payment (
    order_id    uuid                        not null primary key references settlement (order_id),
    amount      bigint                      not null,
    paid_at     timestamp(6) with time zone not null,
    recorded_by varchar(200)                not null
);

-- A queue: a row goes when its attempt is settled with its order, or borne by the workshop.
create table ended_attempt (
    attempt_id uuid not null primary key
);

create table settlement_lock (
    name varchar(20) not null primary key
);
insert into settlement_lock (name) values ('payout');

insert into tariff (version, valid_from, energy_per_kwh, labour_per_hour)
    values ('v1', timestamp with time zone '2000-01-01 00:00:00+00', 250000, 20000000);
insert into tariff_machine (tariff_version, subject, per_hour) values
    ('v1', 'process:PRINT', 1200000),
    ('v1', 'process:LASER', 6000000),
    ('v1', 'process:MILL', 9000000);

insert into fee_policy (version, valid_from, fee_per_mille, pool_per_mille, upstream_per_mille, credits_offset)
    values ('v1', timestamp with time zone '2000-01-01 00:00:00+00', 120, 400, 250, true);
