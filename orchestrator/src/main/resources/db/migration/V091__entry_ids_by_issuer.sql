-- Ids of entries are their issuer's own: two nodes may have given the same one. A column is moved, because the constraint
-- that made the id unique by itself has a name of each database's own choice.

alter table journal_entry add column issued_id uuid;
update journal_entry set issued_id = id;
alter table journal_entry drop column id;
alter table journal_entry rename column issued_id to id;
alter table journal_entry alter column id set not null;
alter table journal_entry add constraint journal_entry_id_of_issuer unique (issuer, id);
