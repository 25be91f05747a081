-- What the figures ask: a form's answers of a center in the order of their time, and the ends of cases. See org.tasuki.figures.
create index form_answer_by_form on form_answer (center, form, answered_at);
create index case_ends on case_event (center, at) where kind = 'CLOSED';
