import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { consentTexts } from '../consent/consent.texts.ts'
import { ConsentAnswers } from './consent-answers.tsx'
import { calledOf, ConsentFacts, type ConsentProps } from './consent-facts.tsx'
import { consentsPath, newConsentPath, paperPath } from './consent.paths.ts'

/** One consent: how it stands, what it lets be shared, who answered what, and the ways to answer. */
export const ConsentPage: FC<ConsentProps> = (props) => {
  const { page, read, said, refusal } = props
  const words = pick(consentTexts, page.language)
  const { consent, subject } = read
  return (
    <Frame page={page} title={words.one(subject.called)} under="consents">
      <Crumbs page={page} trail={[{ href: consentsPath, text: words.title }]} here={subject.called} />
      {refusal !== undefined && <Message tone="refused">{refusal}</Message>}
      {said !== undefined && <Message tone="done">{words[said]}</Message>}
      <h1>{words.one(subject.called)}</h1>
      <p class={`consent-standing consent-${read.standing.state}`}>{standingInWords(props)}</p>
      {read.isToBeRenewed && <Message tone="note">{words.renewLong}</Message>}
      <ConsentFacts {...props} />
      <ConsentAnswers {...props} />
      <p class="actions consent-ways">
        <a href={paperPath(consent.consentId)}>{words.paper}</a>
        <a href={`${newConsentPath}?om=${consent.dataSubjectId}`}>{words.another}</a>
      </p>
    </Frame>
  )
}

const standingInWords = (props: ConsentProps): string => {
  const words = pick(consentTexts, props.page.language)
  const { standing } = props.read
  if (standing.state !== 'waiting_for') return words.standing[standing.state]
  const called = standing.givers.map((giver) => calledOf(props, giver))
  if (called.length === 0) return words.waitsForNobody
  return words.waitsFor(called.join(` ${standing.isOneEnough ? words.or : words.and} `))
}

interface PaperProps extends ConsentProps {
  url: string
}

/** The consent as a sheet of paper to read, sign and hand back. */
export const PaperPage: FC<PaperProps> = (props) => {
  const { page, read, url } = props
  const words = pick(consentTexts, page.language)
  const signs = read.asked.length > 0 ? read.asked : [read.subject.dataSubjectId]
  const isYoung = read.asked.includes(read.subject.dataSubjectId)
  return (
    <Frame page={page} title={words.paperTitle}>
      <h1>{words.paperTitle}</h1>
      <p class="lead">{words.about(read.subject.called)}</p>
      <ConsentFacts {...props} read={{ consent: read.consent }} />
      <p>{words.paperRights}</p>
      <p>{words.paperSee(url)}</p>
      <p class="hint">{isYoung ? words.paperFrom15 : read.consent.isMaterial ? words.paperBoth : words.paperOne}</p>
      <ul class="sign-lines">
        {signs.map((giver) => (
          <li>
            <span>
              {words.paperName}: {calledOf(props, giver)}
            </span>
            <span>{words.paperSign}</span>
          </li>
        ))}
      </ul>
      <p class="hint">{formatDay(page.today, page.language)}</p>
    </Frame>
  )
}
