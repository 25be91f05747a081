-- What the engine tried and could not do is looked for among all timers that run without trouble.
create index failed_timer on engine.act_ru_timer_job (process_instance_id_) where exception_stack_id_ is not null;
