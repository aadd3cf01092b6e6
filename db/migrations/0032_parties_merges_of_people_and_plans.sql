-- A person and a plan that stand twice are made one as organisations, units and posts are.
alter table merge drop constraint merge_kind_is_known,
  add constraint merge_kind_is_known check (kind in ('organisation', 'unit', 'post', 'plan', 'person'));
