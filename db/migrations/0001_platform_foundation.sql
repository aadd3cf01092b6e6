-- Exclusion constraints mix ids with spans ("this venue, that time"), which takes btree_gist.
create extension if not exists btree_gist with schema public;
