-- Quotes, as they were given.

create table quote (
    id          uuid primary key,
    issuer      varchar(100) not null,
    requester   varchar(64) not null,
    design      varchar(64) not null,
    quantity    integer not null,
    used_for    varchar(20) not null,
    statement   varchar(100000) not null,
    needs       varchar(4000) not null,
    promised_at timestamp(6) with time zone not null,
    asked_at    timestamp(6) with time zone not null,
    valid_until timestamp(6) with time zone not null
);
