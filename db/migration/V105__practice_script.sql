-- A practice case that a trainer leads along a named way (processes/scenarios/), and how far: what happens next comes from the way, whoever did
-- the steps before.
create table practice_script (
    case_number text primary key,
    center      text not null,
    scenario    text not null check (scenario ~ '^[a-z0-9-]{1,60}$'),
    place       int  not null check (place >= 0), -- how many of its steps are behind
    foreign key (case_number, center) references case_file (number, center)
);
select guard_case_table('practice_script');
create policy erasing on practice_script to current_user using (case_number = current_setting('tasuki.erasing', true));
grant select, insert on practice_script to tasuki_app;
grant update (place) on practice_script to tasuki_app;
