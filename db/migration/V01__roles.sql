-- The application works as tasuki_app, which owns nothing and cannot step around row-level security.
-- The embedded database makes the role beforehand; elsewhere the migrating account makes it and may act as it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'tasuki_app') then
        create role tasuki_app nologin nosuperuser nobypassrls;
        execute format('grant tasuki_app to %I with set true', current_user);
    end if;
end
$$;

create schema if not exists engine;
grant usage on schema public, engine to tasuki_app;
create extension if not exists pg_trgm;

-- Who acts in this transaction. Unset reads as nobody: a forgotten setting shows nothing rather than everything.
create function acting_center() returns text language sql stable
    return nullif(current_setting('tasuki.center', true), '');
create function acting_agency() returns text language sql stable
    return nullif(current_setting('tasuki.agency', true), '');
create function acting_account() returns text language sql stable
    return nullif(current_setting('tasuki.account', true), '');
create function acting_trail() returns text language sql stable
    return nullif(current_setting('tasuki.trail', true), '');
