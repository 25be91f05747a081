-- The date of a matter may be moved by whoever began it: what it was before, and why, stays.
create table matter_move (
    id          bigint generated always as identity primary key,
    matter      uuid not null references matter,
    case_number text not null,
    center      text not null,
    old_due     date not null,
    new_due     date not null,
    reason      text not null,
    by_account  text not null references account,
    at          timestamptz not null,
    foreign key (case_number, center) references case_file (number, center)
);
create index matter_move_of_matter on matter_move (matter, id);
create index matter_move_of_case on matter_move (case_number);

select guard_case_table('matter_move');
do $$
begin
    execute format('create policy erasing on matter_move to %I using (case_number = current_setting(''tasuki.erasing'', true))', current_user);
end
$$;
grant select, insert on matter_move to tasuki_app;
grant update (due_on) on matter to tasuki_app;

-- Whoever was called at night finds it among their notices as well. It names no case: they may not work on it.
create table on_call_notice (
    notice  bigint not null references notice on delete cascade,
    account text not null references account,
    center  text not null references center,
    -- They are the director, and nobody else could be called.
    gap     boolean not null,
    at      timestamptz not null,
    read_at timestamptz,
    primary key (notice, account)
);
create index on_call_notice_of_person on on_call_notice (account) where read_at is null;
alter table on_call_notice enable row level security;
alter table on_call_notice force row level security;
create policy by_the_system on on_call_notice using (acting_as_system());
create policy my_own on on_call_notice using (account = acting_account());
grant select, insert on on_call_notice to tasuki_app;
grant update (read_at) on on_call_notice to tasuki_app;

-- What has gone is kept for a while, for whoever asks whether it went; the system may take away that, and nothing else.
create index outgoing_mail_over on outgoing_mail (center, ended_at) where state in ('sent', 'dropped', 'carried');
create policy only_what_has_gone on outgoing_mail as restrictive for delete using (state in ('sent', 'dropped', 'carried'));
grant delete on outgoing_mail to tasuki_app;
