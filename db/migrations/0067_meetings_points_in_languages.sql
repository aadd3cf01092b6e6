-- What the program writes on agendas is shown in the reader's language for as long as nobody has written it otherwise. A standing item tells
-- which of the program's it is; a point of an agenda carries what the program wrote, by language.
alter table standing_item add column words_key text constraint standing_item_words_key_says_something check (words_key <> '');
alter table agenda_item add column words jsonb;

update standing_item s set words_key = w.key from (values
  ('may_share', 'Hvad må vi dele her?'), ('since_last', 'Siden sidst'), ('themes', 'Temaer i området'),
  ('calendar', 'Kalenderen: hvad falder sammen?'), ('promises', 'Løfter, der er på vej til at blive brudt'),
  ('proposals', 'Ønsker om ændring af aftalen'), ('anchoring', 'Forankring'), ('next_meeting', 'Næste møde'), ('other', 'Eventuelt')
) as w (key, title) where s.title = w.title;
