-- Attempts, what is to be told to agents, and what agents told.

create table attempt (
    id              uuid primary key,
    issuer          varchar(100) not null,
    operation       uuid not null,
    order_id        uuid not null,
    try_number      integer not null,
    machine         varchar(40) not null,
    agent           varchar(40) not null,
    program         varchar(64) not null,
    program_bytes   bigint not null,
    material        varchar(40) not null,
    lot             varchar(60) not null,
    fence           bigint not null,
    assigned_at     timestamp(6) with time zone not null,
    expires_at      timestamp(6) with time zone not null,
    stage           varchar(20) not null,
    refusal_code    varchar(40),
    reason          varchar(4000) not null,
    line            integer not null,
    line_count      integer not null,
    started_at      timestamp(6) with time zone,
    ended_at        timestamp(6) with time zone,
    closed_at       timestamp(6) with time zone,
    expiry_seen_at  timestamp(6) with time zone,
    heard           bigint not null,
    machine_seconds bigint,
    milligrams      bigint,
    watt_hours      bigint,
    energy_metered  boolean,
    labour_seconds  bigint,
    due             boolean not null,
    booked          boolean not null,
    -- Set while the attempt is open, else null: at most one open attempt of an operation, and one on a machine.
    open_operation  uuid unique,
    open_machine    varchar(40) unique,
    row_version     bigint not null,
    unique (operation, try_number),
    unique (machine, fence)
);
create index attempt_by_order on attempt (order_id);
create index attempt_due on attempt (due);

create table outbox (
    id            uuid primary key,
    issuer        varchar(100) not null,
    agent         varchar(40) not null,
    kind          varchar(20) not null,
    expires_at    timestamp(6) with time zone not null,
    attempt       uuid,
    machine       varchar(40),
    asked_by      varchar(200),
    fence         bigint not null,
    program       varchar(64),
    program_bytes bigint not null
);
create index outbox_by_attempt on outbox (attempt);

create table machine_fence (
    machine    varchar(40) primary key,
    last_fence bigint not null
);

create table agent_event (
    agent           varchar(40) not null,
    sequence_number bigint not null,
    issuer          varchar(100) not null,
    kind            varchar(40) not null,
    occurred_at     timestamp(6) with time zone not null,
    received_at     timestamp(6) with time zone not null,
    unread          varchar(100000),
    primary key (agent, sequence_number)
);
