-- A class (研修クラス) is a center of its own, so that what keeps centers apart keeps practice from work: policies, figures, search, chains.
create table practice_class (
    center    text primary key references center check (center like 'practice-%'),
    code      text not null unique check (code ~ '^[A-Z2-9]{6}$'),
    trainer   text not null references account,
    opened_at timestamptz not null,
    paused_at timestamptz,
    ended_at  timestamptz
);
create index practice_class_of_trainer on practice_class (trainer, opened_at desc);

-- Whoever takes part, and the trainer's own seats at the class's desks.
create table practice_seat (
    account   text primary key references account,
    center    text not null references practice_class,
    trainer   text references account, -- whose seat it is, when a trainer steps in; nobody else can sign in there
    joined_at timestamptz not null
);
create index practice_seat_by_class on practice_seat (center, joined_at);

-- How far a class's clock runs ahead: what each case of it begins with.
create table center_clock (
    center text primary key references center check (center like 'practice-%'),
    ahead  interval not null
);

grant select, insert on practice_class, practice_seat to tasuki_app;
grant update (paused_at, ended_at) on practice_class to tasuki_app;
grant select, insert on center_clock to tasuki_app;
grant update (ahead) on center_clock to tasuki_app;
