-- Centers (児童相談所), agencies around them, and the people who work there. No case data.
create table center (
    key     text primary key,
    prefix  text not null unique check (prefix ~ '^[A-Z]{2,4}$'),
    name_ja text not null,
    name_en text not null
);

create table agency (
    key     text primary key,
    kind    text not null check (kind in ('police', 'prosecutor', 'municipal', 'school', 'support')),
    center  text not null references center,
    name_ja text not null,
    name_en text not null
);

create table account (
    -- The trail calls the system, and whoever has not signed in, by these two names: nobody else may bear them.
    id         text primary key check (id ~ '^[a-z][a-z0-9._-]{1,39}$' and id not in ('system', 'nobody')),
    name_ja    text not null,
    name_en    text not null,
    password   text not null,
    enabled    boolean not null default true,
    center     text references center,
    agency     text references agency,
    language   text check (language in ('ja', 'en')),
    created_at timestamptz not null
);

create table account_role (
    account text not null references account,
    role    text not null,
    primary key (account, role)
);

-- One link, once, for the first administrator of a new installation. Only its hash is kept.
create table setup_link (
    token_hash text primary key,
    expires_at timestamptz not null,
    used_at    timestamptz
);

grant select, insert, update on center, agency, account, setup_link to tasuki_app;
grant select, insert, delete on account_role to tasuki_app;
