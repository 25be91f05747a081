-- The outer secret key can be replaced: the application seals the same data keys under another one, in their place. What a key
-- under the old one opens must not stay behind, so that a version is
-- changed and not added. Of the whole table, for only so may it be locked against a version that somebody adds meanwhile.
grant update on secret_keys to tasuki_app;
