-- New and closed cases of some weeks are counted on the workload page: without looking through every year's.
create index case_file_came on case_file (center, opened_at);
create index case_file_ended on case_file (center, closed_at) where closed_at is not null;
