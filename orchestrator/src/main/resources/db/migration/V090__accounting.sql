-- The books. Rows of journal_entry, transfer, journal_reference, seal and seal_entry are added, never changed or deleted.

create sequence journal_number start with 1 increment by 1;

create table journal_entry (
    number       bigint                      not null primary key,
    id           uuid                        not null unique,
    issuer       varchar(100)                not null,
    occurred_at  timestamp(6) with time zone not null,
    reason       varchar(500)                not null,
    content_hash varchar(64)                 not null
);

-- Each row moves an amount from the credited account to the debited one, so that every entry balances in every commodity.
create table transfer (
    entry_number bigint       not null references journal_entry (number),
    place        integer      not null,
    debit        varchar(200) not null,
    credit       varchar(200) not null,
    minor_units  bigint       not null check (minor_units > 0),
    commodity    varchar(3)   not null,
    primary key (entry_number, place)
);
create index transfer_debit on transfer (debit, commodity);
create index transfer_credit on transfer (credit, commodity);

create table journal_reference (
    entry_number bigint       not null references journal_entry (number),
    name         varchar(40)  not null,
    content      varchar(200) not null,
    primary key (entry_number, name)
);
create index journal_reference_content on journal_reference (name, content);

create table seal (
    number    bigint                      not null primary key,
    previous  varchar(64)                 not null,
    sealed_at timestamp(6) with time zone not null,
    hash      varchar(64)                 not null unique
);

create table seal_entry (
    seal_number  bigint  not null references seal (number),
    place        integer not null,
    entry_number bigint  not null unique references journal_entry (number),
    primary key (seal_number, place)
);

-- The queue of the sequencer: the only rows here that go away.
create table unsealed_entry (
    entry_number bigint not null primary key references journal_entry (number)
);

-- Rows to lock: one for the chain, and a few that share all accounts with a floor among them.
create table book_lock (
    name varchar(20) not null primary key
);
insert into book_lock (name) values
    ('chain'),
    ('account-0'), ('account-1'), ('account-2'), ('account-3'),
    ('account-4'), ('account-5'), ('account-6'), ('account-7'),
    ('account-8'), ('account-9'), ('account-10'), ('account-11'),
    ('account-12'), ('account-13'), ('account-14'), ('account-15');
