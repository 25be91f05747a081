-- The center's own units (係・班): what the office calls them, and who guides them. No case and nobody's data are in it.
create table section (
    center     text not null references center,
    key        text not null check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    name_ja    text not null check (name_ja <> ''),
    name_en    text not null check (name_en <> ''),
    supervisor text,
    primary key (center, key),
    unique (center, name_ja),
    unique (center, name_en)
);
alter table account add unique (id, center);
alter table section add foreign key (supervisor, center) references account (id, center);
-- Of its own center only, and of one at most; a section with somebody in it stays.
alter table account add column section text check (section is null or center is not null);
alter table account add foreign key (center, section) references section (center, key);
create index account_of_section on account (center, section) where section is not null;

alter table section enable row level security;
alter table section force row level security;
create policy own_center on section using (center in (acting_center(), acting_office()));
grant select, insert, update (name_ja, name_en, supervisor), delete on section to tasuki_app;
