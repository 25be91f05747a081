-- The trail is chained: a link for each entry, in the order in which the entries were found committed, each with the hash of
-- the entry and of the link before it. The words '' stand for the chain of what belongs to no center.
alter table audit_entry add foreign key (center) references center;
-- Tells the sealer where it need not look again: transactions that had ended when it looked cannot bring anything new.
alter table audit_entry add column written_in xid8 not null default pg_current_xact_id();
create index audit_entry_to_seal on audit_entry (coalesce(center, ''), written_in);
create index audit_entry_of_center on audit_entry (center, id desc);
-- When it was recorded, its number and its transaction are the database's to say.
revoke insert on audit_entry from tasuki_app;
grant insert (at, actor, center, case_number, act, detail) on audit_entry to tasuki_app;

-- The system itself, of no center. No account may bear its name.
create function acting_for_no_center() returns boolean language sql stable
    return acting_account() = 'system' and acting_trail() is null;
create policy trail_of_no_center on audit_entry for select using (center is null and acting_for_no_center());

create table audit_link (
    center text not null,
    seq    bigint not null check (seq > 0),
    entry  bigint not null unique,
    hash   text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (center, seq)
);

-- What was last in a chain at a moment, signed: whoever keeps a copy elsewhere can tell a chain that was cut or written anew.
create table audit_head (
    center    text not null,
    seq       bigint not null,
    hash      text not null,
    at        timestamptz not null,
    key       text not null,
    signature text not null,
    primary key (center, seq, key)
);

alter table audit_link enable row level security;
alter table audit_link force row level security;
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy chain_of_own_center on audit_link for select
    using (center = acting_trail() or center = '' and acting_for_no_center());
create policy heads_of_own_center on audit_head for select
    using (center = acting_trail() or center = '' and acting_for_no_center());
-- Only the system seals, only the center that it acts for, and only entries of that center.
create policy sealing on audit_link for insert
    with check (acting_account() = 'system' and center = coalesce(acting_trail(), '')
                and exists (select from audit_entry e where e.id = entry and coalesce(e.center, '') = audit_link.center));
create policy signing on audit_head for insert
    with check (acting_account() = 'system' and center = coalesce(acting_trail(), ''));
grant select, insert on audit_link, audit_head to tasuki_app;
