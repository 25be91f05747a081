-- Whose account an identity provider's person has. Their number there decides, not their name, which may be given to another.
-- Read before anybody has signed in, like the rest of the directory.
create table account_link (
    issuer    text not null,
    subject   text not null,
    account   text not null references account,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (issuer, account)
);
grant select, insert, delete on account_link to tasuki_app;

-- Whoever is unlinked is signed out as well: the session may be the other person's.
create function unlinked() returns trigger language plpgsql as $$
begin
    perform sign_out(old.account);
    return null;
end
$$;
create trigger signs_out after delete on account_link for each row execute function unlinked();
