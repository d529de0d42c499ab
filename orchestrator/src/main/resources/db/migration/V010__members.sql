-- Who is who: parties, their attested standing, logins, and what lets them in.

create table party (
    id             varchar(64)  not null primary key,
    kind           varchar(20)  not null,
    name           varchar(200) not null,
    standing       varchar(30)  not null,
    terms_accepted boolean      not null,
    version        bigint       not null
);

-- Never changed: a standing is replaced by attesting another.
create table attestation (
    id          uuid                        not null primary key,
    party       varchar(64)                 not null references party (id),
    standing    varchar(30)                 not null,
    attested_by varchar(64)                 not null,
    attested_at timestamp(6) with time zone not null
);
create index attestation_of_party on attestation (party, attested_at);

create table login (
    name        varchar(64)                 not null primary key,
    secret_hash varchar(300)                not null,
    party       varchar(64) references party (id),
    roles       varchar(100)                not null,
    created_at  timestamp(6) with time zone not null,
    version     bigint                      not null
);

-- Sessions of people and tokens of programs, by the hash of what they present. Real time.
create table access (
    hash       varchar(64)                 not null primary key,
    login      varchar(64)                 not null references login (name) on delete cascade,
    kind       varchar(10)                 not null,
    issued_at  timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null
);
create index access_of_login on access (login);
create index access_expiry on access (expires_at);
