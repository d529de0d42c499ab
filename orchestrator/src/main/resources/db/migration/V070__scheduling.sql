-- The published schedule, and which operations a machine has already.

create table schedule_plan (
    id         integer primary key,
    planned_at timestamp(6) with time zone not null
);

create table placement (
    operation uuid primary key,
    machine   varchar(40) not null,
    start_at  timestamp(6) with time zone not null,
    end_at    timestamp(6) with time zone not null,
    pinned    boolean not null
);

create table unplaced (
    operation uuid primary key,
    code      varchar(40) not null,
    facts     varchar(4000) not null
);

create table schedule_pin (
    operation uuid primary key,
    machine   varchar(40) not null,
    start_at  timestamp(6) with time zone not null,
    end_at    timestamp(6) with time zone not null
);
