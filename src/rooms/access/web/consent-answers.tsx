import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import type { ConsentAnswer } from '../consent/consent.ts'
import { consentTexts } from '../consent/consent.texts.ts'
import { consentPath } from './consent.paths.ts'
import { calledOf, type ConsentProps } from './consent-facts.tsx'
import { SelectField } from './form-parts.tsx'

/** Who answered what, and for each who may: sending the link, writing an answer down, taking it back. */
export const ConsentAnswers: FC<ConsentProps> = (props) => {
  const { page, read } = props
  const words = pick(consentTexts, page.language)
  const { consent, standing, asked } = read
  const answered = new Map(consent.answers.map((answer) => [answer.giverId, answer]))
  const isOpen = standing.state !== 'withdrawn' && standing.state !== 'expired'
  const people = [...new Set([...asked, ...answered.keys()])]
  return (
    <section class="consent-group">
      <h2>{words.answers}</h2>
      <ul class="consent-answers">
        {people.map((giver) => {
          const answer = answered.get(giver)
          return (
            <li>
              <p>
                <b>{calledOf(props, giver)}</b>
                <span class="hint">{answerInWords(props, answer)}</span>
              </p>
              {isOpen && answer === undefined && <AskGiver {...props} giver={giver} />}
              {isOpen && answer !== undefined && asked.includes(giver) && <TakeBack {...props} giver={giver} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const answerInWords = ({ page }: ConsentProps, answer: ConsentAnswer | undefined): string => {
  const words = pick(consentTexts, page.language)
  if (answer === undefined) return words.notYet
  const { givenOn, withdrawnOn, how } = answer
  if (withdrawnOn !== null && givenOn === null) return words.saidNo(formatDay(withdrawnOn, page.language))
  if (withdrawnOn !== null) return words.withdrew(formatDay(withdrawnOn, page.language))
  return givenOn === null ? words.notYet : words.given(formatDay(givenOn, page.language), how)
}

type GiverProps = ConsentProps & { giver: string }

const AskGiver: FC<GiverProps> = (props) => {
  const { page, read, giver } = props
  const words = pick(consentTexts, page.language)
  const path = consentPath(read.consent.consentId)
  const people = [read.record.subject, ...read.record.guardians]
  const hasMail = people.some(({ dataSubjectId, mail }) => dataSubjectId === giver && mail !== null)
  return (
    <div class="consent-ask">
      {hasMail ? (
        <form method="post" action={`${path}/link`}>
          <input type="hidden" name="giver" value={giver} />
          <SecondaryButton>{words.sendLink}</SecondaryButton>
        </form>
      ) : (
        <p class="hint">{words.noMail}</p>
      )}
      <details>
        <summary>{words.writeDown}</summary>
        <form method="post" action={`${path}/svar`} class="form">
          <input type="hidden" name="giver" value={giver} />
          <HowField {...props} />
          <TextField name={`dag-${giver}`} label={words.givenOn} type="date" value={page.today.toString()} />
          <p class="actions">
            <PrimaryButton name="svar" value="ja">
              {words.theySayYes}
            </PrimaryButton>
            <SecondaryButton name="svar" value="nej">
              {words.theySayNo}
            </SecondaryButton>
          </p>
        </form>
      </details>
    </div>
  )
}

const HowField: FC<GiverProps> = ({ page, giver }) => {
  const words = pick(consentTexts, page.language)
  return (
    <SelectField name={`hvordan-${giver}`} label={words.how} value="spoken">
      <option value="spoken">{words.hows.spoken}</option>
      <option value="paper">{words.hows.paper}</option>
    </SelectField>
  )
}

const TakeBack: FC<GiverProps> = (props) => {
  const { page, read, giver } = props
  const words = pick(consentTexts, page.language)
  return (
    <details>
      <summary>{words.withdraw}</summary>
      <form method="post" action={`${consentPath(read.consent.consentId)}/svar`} class="form">
        <p>{words.withdrawSure}</p>
        <input type="hidden" name="giver" value={giver} />
        <HowField {...props} />
        <p class="actions">
          <SecondaryButton name="svar" value="nej">
            {words.withdraw}
          </SecondaryButton>
        </p>
      </form>
    </details>
  )
}
