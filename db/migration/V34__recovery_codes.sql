-- Recovery codes are hashed as passwords are, each with a salt of its own. What was printed before is kept as it was, until it
-- is used or renewed.
alter table recovery_code drop constraint recovery_code_hash_check;
alter table recovery_code add constraint recovery_code_hash_check check (hash ~ '^([0-9a-f]{64}|\{argon2id\}.+)$');
