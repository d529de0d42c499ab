-- Orders and their operations.

create table order_counter (
    id          integer primary key,
    last_number bigint not null
);
-- The first order is number 1001.
insert into order_counter (id, last_number) values (1, 1000);

create table orders (
    id             uuid primary key,
    issuer         varchar(100) not null,
    order_number   bigint not null unique,
    quote          uuid not null unique,
    requester      varchar(64) not null,
    design         varchar(64) not null,
    quantity       integer not null,
    used_for       varchar(20) not null,
    promised_at    timestamp(6) with time zone not null,
    stage          varchar(20) not null,
    note           varchar(2000) not null,
    placed_at      timestamp(6) with time zone not null,
    making_at      timestamp(6) with time zone,
    made_at        timestamp(6) with time zone,
    settled_at     timestamp(6) with time zone,
    paid_at        timestamp(6) with time zone,
    distributed_at timestamp(6) with time zone,
    cancelled_at   timestamp(6) with time zone,
    row_version    bigint not null
);
create index orders_by_stage on orders (stage);

create table operation (
    id          uuid primary key,
    order_id    uuid not null references orders (id),
    ordinal     integer not null,
    part        varchar(255) not null,
    copy_number integer not null,
    process     varchar(20) not null,
    material    varchar(40) not null,
    stage       varchar(20) not null,
    unique (order_id, ordinal)
);
