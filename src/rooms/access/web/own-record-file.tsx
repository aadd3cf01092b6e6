import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { consentStanding } from '../consent/consent.rules.ts'
import { factsOf } from '../consent/record.ts'
import { residentTexts } from '../own-record/resident.texts.ts'
import { OwnContent, type OwnProps } from './own-record.page.tsx'

/** What is kept, as a page that stands alone on somebody's own machine. */
export const OwnRecordFile: FC<OwnProps> = (props) => {
  const { page } = props
  const words = pick(residentTexts, page.language)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={page.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{words.title}</title>
          <style>
            {raw(
              'body{font:1rem/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}dt{color:#566172}dd{margin:0 0 .5rem}',
            )}
          </style>
        </head>
        <body>
          <h1>{words.title}</h1>
          <p>{words.fileIntro(formatDay(page.today, page.language))}</p>
          <OwnContent {...props} isFile />
        </body>
      </html>
    </>
  )
}

/** What is kept, for another program to read. Days and months are ISO 8601; posts and organisations are in words. */
export const ownRecordData = ({ own, names, page }: Pick<OwnProps, 'own' | 'names' | 'page'>) => ({
  format: 'brobyg-own-record/1',
  takenOutOn: page.today.toString(),
  records: own.records.map((record) => ({
    called: record.subject.called,
    birthMonth: record.subject.birthMonth?.toString() ?? null,
    mail: record.subject.mail,
    phone: record.subject.phone,
    registeredAt: record.subject.registeredAt.toString(),
    registeredBy: names.get(record.subject.registeredPostId ?? '') ?? null,
    guardianships: record.guardianships.map(({ holdsCustody, during }) => ({
      holdsCustody,
      from: during.from?.toString() ?? null,
      to: during.to?.toString() ?? null,
    })),
    consents: record.consents.map((consent) => ({
      standing: consentStanding(factsOf(record, consent), page.today).state,
      dataKinds: consent.dataKinds,
      purpose: consent.purpose,
      from: consent.during.from.toString(),
      to: consent.during.to.toString(),
      circle: consent.circle.map(({ postId, organisationId, side }) => ({
        side,
        who: names.get(postId ?? organisationId ?? '') ?? null,
      })),
      answers: consent.answers.map(({ givenOn, withdrawnOn, how }) => ({
        givenOn: givenOn?.toString() ?? null,
        withdrawnOn: withdrawnOn?.toString() ?? null,
        how,
      })),
    })),
    looks: record.looks.map(({ happenedAt, verb, postId, by }) => ({
      happenedAt: happenedAt.toString(),
      verb,
      by: names.get(postId ?? '') ?? by,
    })),
  })),
  requests: own.requests.map(({ number, kind, text, receivedAt, answer }) => ({
    number,
    kind,
    text,
    receivedAt: receivedAt.toString(),
    answer,
  })),
})
