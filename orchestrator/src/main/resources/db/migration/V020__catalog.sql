create table design_version (
    hash varchar(64) primary key,
    slug varchar(64) not null,
    release_name varchar(100) not null,
    published_at timestamp(6) with time zone not null,
    publisher varchar(64) not null,
    origin varchar(2000) not null,
    issuer varchar(64) not null
);
create index design_version_slug on design_version (slug, published_at);
