-- Which attempts a bill has in it, so that what is measured after it is not lost, and not booked twice.

create table settlement_attempt (
    attempt_id uuid not null primary key,
    order_id   uuid not null references settlement (order_id)
);
create index settlement_attempt_order on settlement_attempt (order_id);

insert into settlement_attempt (attempt_id, order_id)
    select a.id, a.order_id from attempt a
    where a.stage = 'DONE' and a.machine_seconds is not null
      and exists (select 1 from settlement s where s.order_id = a.order_id);

-- An attempt that waits for what becomes of its order is parked, and not looked at again until then.

alter table ended_attempt add column order_id uuid;
alter table ended_attempt add column parked boolean default false not null;
delete from ended_attempt where not exists (select 1 from attempt a where a.id = ended_attempt.attempt_id);
update ended_attempt set order_id = (select a.order_id from attempt a where a.id = ended_attempt.attempt_id);
alter table ended_attempt alter column order_id set not null;
create index ended_attempt_by_order on ended_attempt (order_id);
