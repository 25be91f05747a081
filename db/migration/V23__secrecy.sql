-- The notifier's identity is secret by law (CAPA 7): whoever steals a dump of this database must not learn who spoke. The
-- words are sealed by the application, under keys that stand here sealed as well; the key to those is kept elsewhere.
create table secret_keys (
    version int primary key,
    sealed  bytea not null,
    made_at timestamptz not null default now()
);
grant select, insert on secret_keys to tasuki_app;

-- What the form's secret groups were answered. Rows from before are marked, and sealed by the next start.
alter table form_answer add sealed bytea, add unsealed boolean not null default true;
alter table form_answer alter unsealed set default false;
create index form_answer_unsealed on form_answer (center, id) where unsealed;

-- A draft is sealed whole: it holds the same words.
alter table draft alter answers drop not null;
alter table draft add sealed bytea, add check (num_nonnulls(answers, sealed) = 1);

-- The same words a second time, which nobody ever read: the answer keeps them.
drop table notifier;

-- Why somebody looked. The words may name people, so they stay with the center; the trail has only the reason's key.
create table notifier_shown (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    answer      bigint not null references form_answer,
    reason      text not null,
    words       text,
    by_account  text not null,
    at          timestamptz not null,
    foreign key (case_number, center) references case_file (number, center)
);
create index notifier_shown_of_case on notifier_shown (case_number);
alter table notifier_shown enable row level security;
alter table notifier_shown force row level security;
create policy own_center on notifier_shown using (center = acting_center());
grant select, insert on notifier_shown to tasuki_app;
