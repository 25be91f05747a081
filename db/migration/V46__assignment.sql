-- Who has a task, how they came to it and why; and how long it may lie unclaimed before somebody hears of it.
alter table inbox_item
    add column assigned_how  text check (assigned_how in
        ('claimed', 'rule', 'pushed', 'substitute', 'handed-back', 'handed-over')),
    -- The policy's or the supervisor's reason as a key; of a task that waits, why nobody was given it.
    add column assigned_why  text,
    add column assigned_by   text,
    -- Whoever has it has typed something: it is not taken from under their hands.
    add column begun         boolean not null default false,
    -- It belongs to this person, who is away, and goes back to them.
    add column stands_in_for text references account,
    -- Unclaimed until then it climbs, on the case's clock; null when nobody is left to tell.
    add column claim_by      timestamptz,
    add column claim_told    smallint not null default 0;
create index inbox_unclaimed on inbox_item (center, claim_by) where assignee is null and claim_by is not null;
create index inbox_stood_in on inbox_item (center, stands_in_for) where stands_in_for is not null;
create index case_file_of_officer on case_file (officer) where status = 'open';

-- What lies on a desk already is told of when its time is over. The owner is bound by the policies like everybody.
alter table inbox_item no force row level security;
update inbox_item set claim_by = due_at where assignee is null and agency is null;
alter table inbox_item force row level security;

-- The first word that somebody types makes the task begun.
create function holder_begins() returns trigger language plpgsql as $$
begin
    update inbox_item set begun = true where task_id = new.task_id and assignee = new.account and not begun;
    return null;
end
$$;
create trigger begins_task after insert or update on draft for each row execute function holder_begins();

-- What an administrator knows of a person that a task may ask for. No case data.
create table staff_profile (
    account    text primary key references account,
    center     text not null references center,
    -- Working time in percent of a full post: who works half as long carries half as much.
    hours      int not null default 100 check (hours between 10 and 100),
    sex        text check (sex in ('female', 'male')),
    languages  text[] not null default '{}',
    skills     text[] not null default '{}',
    changed_at timestamptz not null,
    changed_by text not null
);
alter table staff_profile enable row level security;
alter table staff_profile force row level security;
create policy own_center on staff_profile using (center in (acting_center(), acting_office()));
grant select, insert, update on staff_profile to tasuki_app;

-- What the child or the family needs of whoever works with them.
create table case_need (
    case_number text primary key,
    center      text not null,
    language    text,
    officer_sex text check (officer_sex in ('female', 'male')),
    noted_by    text not null,
    noted_at    timestamptz not null,
    foreign key (case_number, center) references case_file (number, center)
);
grant select, insert on case_need to tasuki_app;
grant update (language, officer_sex, noted_by, noted_at) on case_need to tasuki_app;
select guard_case_table('case_need');
do $$
begin
    execute format('create policy erasing on case_need to %I using (case_number = current_setting(''tasuki.erasing'', true))',
                   current_user);
end
$$;

-- What is told of who has a task, or that nobody has, beside what is told of its deadline.
alter table notice
    alter column deadline drop not null,
    alter column round drop not null,
    alter column step drop not null,
    -- To this person alone.
    add column account text references account,
    drop constraint notice_kind_check,
    add constraint notice_kind_check check (kind in ('warning', 'over', 'escalated', 'unclaimed', 'given', 'taken')),
    add constraint notice_of_deadline check ((kind in ('warning', 'over', 'escalated')) = (deadline is not null)),
    add constraint notice_to_person check ((kind in ('given', 'taken')) = (account is not null));
create unique index notice_unclaimed_once on notice (task_id, desk) where kind = 'unclaimed';
create index notice_to_account on notice (account) where account is not null;
