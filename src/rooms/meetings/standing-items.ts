import type { WriteTx } from '../../platform/database/index.ts'
import { insertStandingItems } from './agenda.queries.ts'
import type { GroupKind } from './group.ts'

interface Wanted {
  readonly kind: GroupKind
  readonly isPersonFree: boolean
  /** The agreement wants somebody else to call the meetings some day. */
  readonly wantsAnchoring: boolean
}

/** Gives a new group what stands on every agenda of its kind; it changes them as it likes. */
export const layStandingItems = (tx: WriteTx, groupId: string, wanted: Wanted): Promise<void> =>
  insertStandingItems(tx, groupId, standingItemsFor(wanted))

/** What stands on every agenda of a kind of group, in order. In Danish: it is the group's own text from then on. */
export const standingItemsFor = ({
  kind,
  isPersonFree,
  wantsAnchoring,
}: Wanted): { title: string; body: string; minutes: number }[] => [
  ...(isPersonFree
    ? [
        {
          title: 'Hvad må vi dele her?',
          body: 'Vi taler om temaer, steder og det, vi gør. Ikke om enkelte børn, unge eller familier.',
          minutes: 5,
        },
      ]
    : []),
  { title: 'Siden sidst', body: 'Opfølgninger fra sidste møde.', minutes: 10 },
  ...(kind === 'focus' || isPersonFree
    ? [{ title: 'Temaer i området', body: 'Hvad ser vi, hvor, og hvad gør vi?', minutes: 30 }]
    : []),
  ...(kind === 'coordination' || kind === 'cooperation'
    ? [
        {
          title: 'Kalenderen: hvad falder sammen?',
          body: 'Kommende aktiviteter for de samme børn på samme tid.',
          minutes: 20,
        },
      ]
    : []),
  ...(kind === 'forum' || kind === 'following'
    ? [{ title: 'Løfter, der er på vej til at blive brudt', body: '', minutes: 20 }]
    : []),
  ...(kind === 'forum'
    ? [{ title: 'Ønsker om ændring af aftalen', body: 'Forslag, der er forelagt forummet.', minutes: 20 }]
    : []),
  ...(wantsAnchoring || kind === 'forum' || kind === 'following'
    ? [{ title: 'Forankring', body: 'Hvem fører det videre, når planen slutter, og hvornår?', minutes: 10 }]
    : []),
  { title: 'Næste møde', body: 'Dato, sted og hvem der indkalder.', minutes: 5 },
  { title: 'Eventuelt', body: '', minutes: 5 },
]
