-- What whoever hands a case over writes for whoever takes it (引継書), and which cases went from whom to whom because of an absence.
create table handing_note (
    id          bigint generated always as identity primary key,
    case_number text not null,
    center      text not null,
    by_account  text not null references account,
    at          timestamptz not null,
    look_out    text not null,
    next_visit  date,
    foreign key (case_number, center) references case_file (number, center)
);
create index handing_note_of_case on handing_note (case_number, id);

create table case_handing (
    id           bigint generated always as identity primary key,
    case_number  text not null,
    center       text not null,
    absence      bigint not null references absence,
    from_account text not null references account,
    to_account   text not null references account,
    by_account   text not null references account,
    at           timestamptz not null,
    foreign key (case_number, center) references case_file (number, center)
);
create index case_handing_of_case on case_handing (case_number, id);
create index case_handing_of_absence on case_handing (absence);

do $$
declare t text;
begin
    foreach t in array array['handing_note', 'case_handing'] loop
        execute format('grant select, insert on %I to tasuki_app', t);
        perform guard_case_table(t);
        execute format('create policy erasing on %I to %I using (case_number = current_setting(''tasuki.erasing'', true))',
                       t, current_user);
    end loop;
end
$$;
create policy in_own_name on handing_note as restrictive for insert with check (by_account = acting_account());
