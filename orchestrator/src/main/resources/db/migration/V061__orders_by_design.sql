-- What was made of a design is counted and listed on its page.
create index orders_by_design on orders (design, stage, order_number);
