-- What was laid ready and never agreed to is cleared away by the system of its center, which reads none of it.
create policy cleared_by_the_system on course_upload for delete using (acting_as_system() and center = acting_office());
create policy counted_by_the_system on course_upload for select using (acting_as_system() and center = acting_office());
create index course_upload_old on course_upload (center, uploaded_at);

-- A training record is kept for some fiscal years (tasuki.training.keep-years); then what one person did and where they were goes, and the
-- sessions, the guests and the certificates stay.
create policy aged on training_done for delete using (acting_as_system() and center = acting_office());
create policy aged_seen on training_done for select using (acting_as_system() and center = acting_office());
create policy aged on training_enrolment for delete using (acting_as_system() and center = acting_office());
create policy aged_seen on training_enrolment for select using (acting_as_system() and center = acting_office());
create policy aged on training_notice for delete using (acting_as_system() and center = acting_office());
create policy aged_seen on training_notice for select using (acting_as_system() and center = acting_office());
grant delete on training_done, training_enrolment, training_notice to tasuki_app;
