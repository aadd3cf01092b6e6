-- Where two posts become one, what was signed for the one goes along with its holder. Before, the database refused the merge.
alter table version_signature
  drop constraint signature_is_by_the_holder_of_the_post,
  add constraint signature_is_by_the_holder_of_the_post foreign key (holder_id, post_id, person_id)
    references holder (holder_id, post_id, person_id) on update cascade on delete set null (holder_id);
