-- What a supervisor's board counts: where the cases are, and how long a step takes.
alter table form_answer
    add column process text,
    -- When the task came up, on the case's clock: with answered_at it says how long the step took.
    add column born_at timestamptz;

alter table form_answer no force row level security;
update form_answer a set process = i.process, born_at = i.born
from (select h.task_id_ as task, d.key_ as process, h.start_time_ at time zone 'Asia/Tokyo' as born
      from engine.act_hi_actinst h join engine.act_re_procdef d on d.id_ = h.proc_def_id_ where h.task_id_ is not null) i
where i.task = a.task_id and i.born <= a.answered_at;
alter table form_answer force row level security;

create index form_answer_of_step on form_answer (center, answered_at) include (process, step, born_at)
    where withdrawn_at is null and born_at is not null;
create index hand_over_of_center on hand_over (center, sent_at);
create index deadline_waiver_of_center on deadline_waiver (center, at);
create index deadline_met_late on deadline (center, ended_at) where state = 'met late';
create index emergency_access_of_center on emergency_access (center, opened_at);
