-- The national report's tables are taken out as well: which of both it was.
alter table figures_taken add what text not null default 'figures' check (what in ('figures', 'report'));
