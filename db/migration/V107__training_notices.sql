-- A session was cancelled: whoever had a place hears of it among their notices. What it was stands with the session.
create table training_notice (
    session bigint not null,
    account text not null references account,
    center  text not null,
    at      timestamptz not null,
    read_at timestamptz,
    primary key (session, account),
    foreign key (session, center) references training_session (id, center)
);
create index training_notice_of_person on training_notice (account) where read_at is null;
alter table training_notice enable row level security;
alter table training_notice force row level security;
create policy my_own on training_notice using (account = acting_account());
create policy told_by_keepers on training_notice for insert with check (keeps_training() and center = acting_office());
grant select, insert on training_notice to tasuki_app;
grant update (read_at) on training_notice to tasuki_app;

alter table outgoing_mail drop constraint outgoing_mail_kind_check;
alter table outgoing_mail add check (kind in ('notice', 'urgent', 'on-call', 'digest', 'confirmation', 'training'));
