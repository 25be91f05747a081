-- Which story of the demo office became which case, so that none is told twice, and a start goes on where the last one
-- ended. Holds no personal data; empty in a real office.
create table demo_story (
    seq         int primary key,
    case_number text not null,
    anchored_at timestamptz not null,
    told        boolean not null default false
);
grant select, insert, update on demo_story to tasuki_app;
