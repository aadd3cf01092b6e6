import type { LargeEvent, Told } from './event.ts'

/** What a post asked to be told of: larger events in these areas; null = everywhere. */
export interface Watch {
  readonly postId: string
  readonly areaId: string | null
}

/** When and where, as it is told: told again only when it is another. */
export const toldOf = ({ startsAt, where }: LargeEvent): string => `${startsAt.toString()} ${where}`

/** What a guest is called: by its unit, else by the place in its title ("Leder af Sundhedshuset Havneby"), else by its organisation. */
export const guestName = (post: { title: string; organisation: string; unit: string | null }): string =>
  post.unit ?? /\s(?:af|i|på|ved|for|hos)\s+(\p{Lu}.*)$/u.exec(post.title)?.[1] ?? post.organisation

export interface News {
  readonly kind: 'new' | 'changed' | 'off'
  readonly event: LargeEvent
}

/** Whether something is arranged by those who asked, or lies in none of the areas they asked for. Without an area it is for all of them. */
const concerns = (watches: readonly Watch[], event: LargeEvent): boolean =>
  watches.some(({ areaId }) => areaId === null || event.areaId === null || areaId === event.areaId)

/**
 * What a post is still to be told. Its own events are no news; what was called off before it was told of is none either; who said no hears
 * no more of it. Each piece once.
 */
export const newsFor = (
  watches: readonly Watch[],
  organisationId: string,
  events: readonly LargeEvent[],
  known: { readonly told: readonly Told[]; readonly declined: ReadonlySet<string> },
): News[] =>
  events.flatMap((event): News[] => {
    if (event.organisationId === organisationId || known.declined.has(event.occurrenceId)) return []
    const told = known.told.find(({ occurrenceId }) => occurrenceId === event.occurrenceId)
    if (told === undefined) return event.isOff || !concerns(watches, event) ? [] : [{ kind: 'new', event }]
    if (event.isOff) return told.isOff ? [] : [{ kind: 'off', event }]
    return told.isOff || told.toldOf !== toldOf(event) ? [{ kind: 'changed', event }] : []
  })

/** Nobody gets more than one of these mails a day. */
export const mayBeToldAt = (now: Temporal.Instant, told: readonly Pick<Told, 'toldAt'>[]): boolean =>
  told.every(({ toldAt }) => Temporal.Instant.compare(toldAt.add({ hours: 24 }), now) <= 0)
