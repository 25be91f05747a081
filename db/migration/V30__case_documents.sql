-- Papers that others gave the office, as files (資料). What is in them, and what they are called, is sealed by the application
-- before it comes here: a dump of this table says how many there are, and of what kind.
create table case_document (
    id               uuid primary key,
    case_number      text not null,
    center           text not null,
    kind             text not null,
    content_kind     text not null,
    size             int not null check (size between 1 and 10485760),
    reveals_notifier boolean not null,
    label            bytea not null,
    content          bytea not null,
    by_account       text not null references account,
    at               timestamptz not null,
    withdrawn_by     text references account,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    check (num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3)),
    foreign key (case_number, center) references case_file (number, center)
);
create index case_document_of_case on case_document (case_number, at desc);
-- Sealed bytes do not compress.
alter table case_document alter content set storage external;
select guard_case_table('case_document');
-- A paper is withdrawn, never changed and never deleted: what was said of it and what is in it stays, sealed anew at most.
grant select, insert on case_document to tasuki_app;
grant update (label, content, withdrawn_by, withdrawn_at, withdrawn_reason) on case_document to tasuki_app;
