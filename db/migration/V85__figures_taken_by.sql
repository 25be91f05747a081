-- How the figures that were taken out were broken down: by kind as ever, by section, or by officer.
alter table figures_taken add column breakdown text not null default 'kind' check (breakdown in ('kind', 'section', 'officer'));
