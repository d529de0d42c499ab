-- The rules by which the order's requester was told the price; orders placed before this do not tell.

alter table orders add column tariff_version varchar(40);
alter table orders add column policy_version varchar(40);

-- A requester's own orders, newest first.
create index orders_by_requester on orders (requester, order_number);
