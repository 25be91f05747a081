-- What the figures ask beside the answers of a time (form_answer_of_step): the ends of cases. See org.tasuki.figures.
create index case_ends on case_event (center, at) where kind = 'CLOSED';
