-- What somebody has beside their password. Each person's own; the administrator of their center may see that there is
-- something, and take it away when a telephone is lost.
create function acting_administers(account_id text) returns boolean language sql stable
    return exists (select from account me
                   join account_role r on r.account = me.id and r.role = 'admin'
                   join account a on a.id = account_id
                   left join agency g on g.key = a.agency
                   where me.id = acting_account() and me.center = coalesce(a.center, g.center));

-- The secret that an authenticator app shares with us, sealed by the application. What is not confirmed by a code yet
-- stands beside it, so that one replaces the other in one moment.
create table totp (
    account   text primary key references account,
    sealed    bytea,
    pending   bytea,
    since     timestamptz,
    -- A code is good once: the last 30 seconds, counted from 1970, whose code was taken.
    last_step bigint not null default 0,
    check ((sealed is null) = (since is null))
);

-- For the day on which the telephone is gone. Only hashes: 80 random bits each, so that a plain hash will do.
create table recovery_code (
    account text not null references account,
    hash    text not null check (hash ~ '^[0-9a-f]{64}$'),
    used_at timestamptz,
    primary key (account, hash)
);

-- What an authenticator knows somebody by: random, so that it tells nothing.
create table passkey_owner (
    account text primary key references account,
    handle  bytea not null unique
);

-- Passkeys (WebAuthn). Nothing here is secret: the private key stays with its owner.
create table passkey (
    id              bytea primary key,
    account         text not null references account,
    label           text not null,
    public_key      bytea not null,
    signatures      bigint not null,
    transports      text not null,
    backup_eligible boolean not null,
    backed_up       boolean not null,
    attestation     bytea not null,
    client_data     bytea not null,
    since           timestamptz not null,
    used_at         timestamptz not null
);
create index passkey_of_account on passkey (account);

do $$
declare t text;
begin
    foreach t in array array['totp', 'recovery_code', 'passkey', 'passkey_owner'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_factor on %I using (account = acting_account())', t);
        execute format('create policy of_my_people on %I for select using (acting_administers(account))', t);
        execute format('create policy lost_by_my_people on %I for delete using (acting_administers(account))', t);
        execute format('grant select, insert, update, delete on %I to tasuki_app', t);
    end loop;
end
$$;

-- A passkey says itself whose it is: while it signs somebody in, the system looks for it.
create policy signing_in on passkey for select using (acting_for_no_center());
create policy signed_in on passkey for update using (acting_for_no_center());
create policy signing_in on passkey_owner for select using (acting_for_no_center());
