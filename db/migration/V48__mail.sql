-- What leaves the office by mail leaves after the transaction that makes it true, from this list (an outbox): sent again until it is
-- through, and where it never gets through, shown to somebody. It names no case and holds no words: what stands in a mail is put
-- together when it goes, in its reader's language, from what its reader may see then.

-- The system, for itself or for one center; a person cannot be called so (see V02).
create function acting_as_system() returns boolean language sql stable
    return acting_account() = 'system';

-- Where an account belongs: its center, or the one that its agency works with.
create function office_of(of_account text) returns text language sql stable
    return (select coalesce(a.center, g.center) from account a left join agency g on g.key = a.agency where a.id = of_account);

-- An address counts only after its person has typed the code that was sent to it: what an administrator mistypes goes to a
-- stranger once, with nothing in it, and never again.
create table mail_address (
    account      text primary key references account,
    address      text not null check (length(address) <= 254 and address not like '%' || chr(10) || '%'),
    code         text,
    tries        int not null default 0,
    set_by       text not null,
    set_at       timestamptz not null,
    confirmed_at timestamptz
);

create table outgoing_mail (
    id         bigint generated always as identity primary key,
    center     text not null references center,
    account    text not null references account,
    kind       text not null check (kind in ('notice', 'urgent', 'on-call', 'digest', 'confirmation')),
    -- What it is about, once a person: two nodes that see the same make one mail.
    occasion   text not null,
    -- Goes with its task, and with it whatever there was to say.
    notice     bigint references notice on delete set null,
    made_at    timestamptz not null,
    -- Not before; while it is being sent, when the next try would come should this one never end.
    due_at     timestamptz not null,
    state      text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'carried', 'dead', 'given-up')),
    tries      int not null default 0,
    -- Of several for one person that wait at one time, one carries the others.
    carried_by bigint references outgoing_mail,
    why        text check (why in ('unreachable', 'sign-in', 'address', 'refused', 'other')),
    ended_at   timestamptz,
    ended_by   text,
    reason     text,
    unique (account, kind, occasion),
    check ((state = 'given-up') = (reason is not null))
);
create index outgoing_mail_waiting on outgoing_mail (center, due_at, id) where state = 'waiting';
create index outgoing_mail_of_person on outgoing_mail (account) where state = 'waiting';
create index outgoing_mail_dead on outgoing_mail (center, ended_at) where state = 'dead';
create index outgoing_mail_of_notice on outgoing_mail (notice) where notice is not null;

-- How somebody wants to hear of what is not urgent. Whoever chose nothing has the row's defaults.
create table notice_preference (
    account     text primary key references account,
    mail        text not null check (mail in ('off', 'at-once', 'digest')),
    digest_hour int not null check (digest_hour between 5 and 20),
    digest_days int[] not null check (digest_days <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(digest_days) > 0),
    quiet_from  time not null,
    quiet_until time not null,
    changed_at  timestamptz not null
);

-- A calendar program reads by a secret address, of which only the hash is kept.
create table calendar_feed (
    account     text primary key references account,
    secret_hash text not null unique,
    made_at     timestamptz not null
);

do $$
declare t text;
begin
    foreach t in array array['mail_address', 'outgoing_mail', 'notice_preference', 'calendar_feed'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy by_the_system on %I using (acting_as_system())', t);
    end loop;
    foreach t in array array['mail_address', 'notice_preference', 'calendar_feed'] loop
        execute format('create policy my_own on %I using (account = acting_account())', t);
    end loop;
end
$$;
-- Who keeps the accounts of an office reaches no case (see V25), and is told apart by that.
create policy of_my_offices_people on mail_address
    using (acting_scope() = 'none' and acting_agency() is null and office_of(account) = acting_office());
create policy seen_by_my_office on outgoing_mail for select using (center = acting_office());
create policy settled_by_my_office on outgoing_mail for update using (center = acting_office());
grant select, insert, update, delete on mail_address to tasuki_app;
grant select, insert on outgoing_mail to tasuki_app;
grant update (due_at, state, tries, carried_by, why, ended_at, ended_by, reason) on outgoing_mail to tasuki_app;
grant select, insert, update on notice_preference to tasuki_app;
grant select, insert, update, delete on calendar_feed to tasuki_app;
