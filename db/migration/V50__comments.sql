-- What colleagues say to each other about a case, and whom they call on to read it. Words of the office's own, beside the record of
-- what was said with the family (contact_log).
create table case_comment (
    id           bigint generated always as identity primary key,
    case_number  text not null,
    center       text not null,
    by_account   text not null references account,
    at           timestamptz not null,
    text         text not null,
    -- Never edited and never deleted: its author may say that it does not stand.
    withdrawn_at timestamptz,
    foreign key (case_number, center) references case_file (number, center)
);
create index case_comment_of_case on case_comment (case_number, id);

-- Who is called by name, and when they read it.
create table comment_mention (
    comment     bigint not null references case_comment on delete cascade,
    account     text not null references account,
    case_number text not null,
    center      text not null,
    read_at     timestamptz,
    primary key (comment, account),
    foreign key (case_number, center) references case_file (number, center)
);
create index comment_mention_of_case on comment_mention (case_number);
create index comment_mention_to_read on comment_mention (account) where read_at is null;

do $$
declare t text;
begin
    foreach t in array array['case_comment', 'comment_mention'] loop
        execute format('grant select, insert on %I to tasuki_app', t);
        perform guard_case_table(t);
        execute format('create policy erasing on %I to %I using (case_number = current_setting(''tasuki.erasing'', true))',
                       t, current_user);
    end loop;
end
$$;
grant update (withdrawn_at) on case_comment to tasuki_app;
grant update (read_at) on comment_mention to tasuki_app;
create policy in_own_name on case_comment as restrictive for insert with check (by_account = acting_account());
create policy own_words on case_comment as restrictive for update using (by_account = acting_account());
create policy read_by_me on comment_mention as restrictive for update using (account = acting_account());
