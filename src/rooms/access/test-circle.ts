import type { Database } from '../../platform/database/index.ts'
import { keepHouse, type WithDatabase } from '../../platform/database/index.ts'
import { runSql } from '../../platform/database/test-sql.ts'
import type { Clock } from '../../platform/clock.ts'
import { today } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import type { Platform } from '../../platform/platform.ts'
import { testPlatform } from '../../platform/test-platform.ts'
import { type Actor, system } from './actor.ts'
import { type ConsentForm, askForConsent } from './consent/ask-for-consent.ts'
import { listOwnSubjects } from './consent/subject.queries.ts'
import { residentActor } from './own-record/resident.ts'

/** A clock that tests move on. */
export class MovingClock implements Clock {
  #now: Temporal.Instant
  constructor(moment: string) {
    this.#now = Temporal.Instant.from(moment)
  }
  now(): Temporal.Instant {
    return this.#now
  }
  /** Noon of a day in Denmark. */
  moveTo(day: string): void {
    this.#now = Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: Temporal.PlainTime.from('12:00') })
      .toInstant()
  }
}

/** A platform whose clock a test moves. */
export const movingPlatform = (database: Database, day: string): Platform & { readonly clock: MovingClock } => {
  const clock = new MovingClock(`${day}T11:00:00Z`)
  return { ...testPlatform(database), clock }
}

/** A post in an organisation of its own, and someone who holds it always. `acting` is them on the platform's day. */
export interface TestPost {
  readonly postId: string
  readonly organisationId: string
  acting(): Actor
}

/** Makes a post and its holder; with a duty where one is named. */
export const makePost = async (platform: Platform, title: string, duty?: string): Promise<TestPost> => {
  const [organisationId, postId, personId] = [newId<'organisation'>(), newId<'post'>(), newId<'person'>()]
  await runSql(
    platform,
    system,
    `insert into organisation (organisation_id, name, kind) values ('${organisationId}', '${title} ${postId}', 'other');
     insert into post (post_id, title, organisation_id) values ('${postId}', '${title}', '${organisationId}');
     insert into person (person_id, name) values ('${personId}', 'Holder of ${title}');
     insert into holder (holder_id, post_id, person_id, holder_during) values ('${newId()}', '${postId}', '${personId}', '[2020-01-01,)');
     ${duty === undefined ? '' : `insert into post_duty values ('${postId}', '${duty}')`}`,
  )
  return {
    postId,
    organisationId,
    acting: () => ({
      personId,
      name: title,
      postId,
      onBehalfOf: title,
      day: today(platform.clock),
      relations: new Set(duty === 'data_protection' ? ['anyone', 'holder', 'data_protection'] : ['anyone', 'holder']),
    }),
  }
}

/** A family of a mother, a father and a child under 15, whom a post registered when it asked for a consent. */
export interface TestFamily {
  readonly consentId: string
  readonly childId: string
  readonly motherId: string
  readonly fatherId: string
}

const someForm = {
  dataKinds: ['name', 'wishes'],
  consentPurpose: 'leisure',
  purpose: 'at finde en forening',
  isMaterial: false,
  until: Temporal.PlainDate.from('2026-12-31'),
}

/** Registers a family and asks for a consent to share with the receiving post. `name` tells families apart. */
export const askFamily = async (
  platform: Platform,
  posts: { shares: TestPost; receives: TestPost },
  form: Partial<ConsentForm> & { name?: string; birthMonth?: string } = {},
): Promise<TestFamily> => {
  const { name = 'a', birthMonth = '2016-03', ...rest } = form
  const consentId = await askForConsent(platform, posts.shares.acting(), {
    ...someForm,
    about: {
      person: { called: `Barn ${name}`, birthMonth, mail: `barn-${name}@havneby.example`, phone: null },
      guardians: [
        { called: `Mor ${name}`, mail: `mor-${name}@havneby.example`, phone: '00000001', holdsCustody: true },
        { called: `Far ${name}`, mail: `far-${name}@havneby.example`, phone: null, holdsCustody: true },
      ],
    },
    recipient: { postId: posts.receives.postId, organisationId: null },
    ...rest,
  })
  const idOf = async (mail: string): Promise<string> => {
    const rows = await runSql<{ id: string }>(
      platform,
      system,
      `select data_subject_id as id from data_subject where mail = '${mail}'`,
    )
    return rows[0]?.id ?? ''
  }
  return {
    consentId,
    childId: await idOf(`barn-${name}@havneby.example`),
    motherId: await idOf(`mor-${name}@havneby.example`),
    fatherId: await idOf(`far-${name}@havneby.example`),
  }
}

/** Somebody of a family, at their own link. */
export const residentToday = (platform: Platform, subjectId: string): Actor =>
  residentActor(subjectId, today(platform.clock), null)

/** What an actor sees in a table, by raw SQL: the ids in one of its columns. */
export const seenIds = async (platform: WithDatabase, actor: Actor, table: string, column: string): Promise<string[]> =>
  (await runSql<{ id: string }>(platform, actor, `select ${column}::text as id from ${table} order by 1`)).map(
    ({ id }) => id,
  )

/** What a resident is told is their own. */
export const ownIds = (platform: WithDatabase, actor: Actor): Promise<string[]> =>
  keepHouse(platform, actor, async (tx) => (await listOwnSubjects(tx)).map(({ dataSubjectId }) => dataSubjectId))
