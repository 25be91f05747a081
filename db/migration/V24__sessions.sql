-- Who is signed in where: Spring Session's two tables, so that a restart or a second node keeps a session.
-- The cookie's value is not here, only its SHA-256: whoever reads a dump cannot sign in with it.
create schema session;
grant usage on schema session to tasuki_app;

create table session.desk (
    primary_id            char(36) primary key,
    session_id            text   not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int    not null,
    expiry_time           bigint not null,
    principal_name        text
);
create index desk_by_expiry on session.desk (expiry_time);
create index desk_by_account on session.desk (principal_name) where principal_name is not null;

create table session.desk_attributes (
    session_primary_id char(36) not null references session.desk on delete cascade,
    attribute_name     text     not null,
    attribute_bytes    bytea    not null,
    primary key (session_primary_id, attribute_name)
);

-- Only the session store's own transactions say this; every page's transaction sees empty tables.
create function keeps_sessions() returns boolean language sql stable
    return coalesce(current_setting('tasuki.sessions', true), '') = 'kept';

alter table session.desk enable row level security;
alter table session.desk force row level security;
create policy store_only on session.desk using (keeps_sessions());
alter table session.desk_attributes enable row level security;
alter table session.desk_attributes force row level security;
create policy store_only on session.desk_attributes using (keeps_sessions());
grant select, insert, update, delete on session.desk, session.desk_attributes to tasuki_app;

-- Whoever is let out, moves, or gets other roles is signed out everywhere, on every node, in the transaction of the change.
create function sign_out(account_id text) returns void language plpgsql as $$
begin
    perform set_config('tasuki.sessions', 'kept', true);
    delete from session.desk where principal_name = account_id;
    perform set_config('tasuki.sessions', '', true);
end
$$;

create function account_changed() returns trigger language plpgsql as $$
begin
    perform sign_out(new.id);
    return null;
end
$$;
create trigger signs_out after update on account for each row
    when (old.enabled <> new.enabled or old.center is distinct from new.center or old.agency is distinct from new.agency
        or old.password <> new.password)
    execute function account_changed();

create function roles_changed() returns trigger language plpgsql as $$
begin
    perform sign_out(case when tg_op = 'DELETE' then old.account else new.account end);
    return null;
end
$$;
create trigger signs_out after insert or update or delete on account_role for each row execute function roles_changed();
