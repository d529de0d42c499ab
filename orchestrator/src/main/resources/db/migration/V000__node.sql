-- Which node's data this is: the fingerprint and public key of the key that stands beside the data.

create table node (
    issuer     varchar(64)                 not null primary key,
    public_key varchar(64)                 not null,
    named_at   timestamp(6) with time zone not null
);
