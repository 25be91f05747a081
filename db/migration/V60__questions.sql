-- A question to a colleague is a matter that is asked from a task: it ends with that task, and whoever has the task hears of the answer.
-- What was answered is what its own task's form was answered (form_answer).
alter table matter
    add column from_task text,
    drop constraint matter_kind_check,
    add constraint matter_kind_check check (kind in ('reminder', 'errand', 'question')),
    add constraint matter_asked_from_a_task check ((kind = 'question') = (from_task is not null)),
    drop constraint matter_state_check,
    add constraint matter_state_check check (state in ('open', 'done', 'dropped', 'withdrawn', 'stopped', 'overtaken'));
create index matter_from_task on matter (from_task) where from_task is not null;

alter table notice
    drop constraint notice_kind_check,
    add constraint notice_kind_check
        check (kind in ('warning', 'over', 'escalated', 'unclaimed', 'given', 'taken', 'answered'));
