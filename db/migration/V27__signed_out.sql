-- A password that its own person changes, or that is hashed anew as they sign in, does not sign them out: the application
-- says so in the same transaction, and ends their other desks itself where another password was chosen.
create or replace function account_changed() returns trigger language plpgsql as $$
begin
    if new.enabled = old.enabled and new.center is not distinct from old.center and new.agency is not distinct from old.agency
       and coalesce(current_setting('tasuki.same_person', true), '') = new.id then
        return null;
    end if;
    perform sign_out(new.id);
    return null;
end
$$;

-- Why a desk was signed out from elsewhere, so that its person reads it there; kept for a day, by the hash of its cookie.
create table session.ended (
    session_id text primary key,
    why        text not null check (why in ('changed', 'elsewhere')),
    ended_at   timestamptz not null default now()
);
alter table session.ended enable row level security;
alter table session.ended force row level security;
create policy store_only on session.ended using (keeps_sessions());
grant select, insert, delete on session.ended to tasuki_app;

create or replace function sign_out(account_id text) returns void language plpgsql as $$
begin
    perform set_config('tasuki.sessions', 'kept', true);
    delete from session.ended where ended_at < now() - interval '1 day';
    insert into session.ended (session_id, why)
    select session_id, 'changed' from session.desk where principal_name = account_id on conflict do nothing;
    delete from session.desk where principal_name = account_id;
    perform set_config('tasuki.sessions', '', true);
end
$$;
