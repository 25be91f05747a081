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
