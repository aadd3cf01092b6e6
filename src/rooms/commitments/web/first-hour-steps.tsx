import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { SecondaryButton } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { type FirstStep, firstSteps } from '../first-hour.rules.ts'
import type { FirstHour } from '../load-first-hour.ts'
import { firstHourTexts } from './first-hour.texts.ts'

interface StepsProps {
  page: PageContext
  seen: FirstHour
}

/** Five things to do in the first hour. Their marks tell what is so; nothing here is ticked by hand. */
export const FirstSteps: FC<StepsProps> = (props) => {
  const { page, seen } = props
  const words = pick(firstHourTexts, page.language)
  return (
    <section class="first-steps" aria-labelledby="foerst">
      <h2 id="foerst">{words.todo}</h2>
      <p class="hint">{words.progress(seen.done.size)}</p>
      <ol>
        {firstSteps.map((step) => (
          <Step {...props} step={step} />
        ))}
      </ol>
    </section>
  )
}

const Step: FC<StepsProps & { step: FirstStep }> = ({ step, ...props }) => {
  const { page, seen } = props
  const words = pick(firstHourTexts, page.language)
  const isDone = seen.done.has(step)
  const [what, why] = words.steps[step]
  const href = addressOf(step, props)
  return (
    <li class="first-step">
      <span class={isDone ? 'handover-box handover-done' : 'handover-box'} aria-hidden="true">
        {isDone ? '✓' : ''}
      </span>
      <div>
        <p class="first-what">
          {href === null ? what : <a href={href}>{what}</a>}
          <span class={isDone ? 'handover-word' : 'visually-hidden'}> {isDone ? words.done : words.notDone}</span>
        </p>
        <p class="person-facts">{why}</p>
        {step === 'entry' && <Entry {...props} isDone={isDone} />}
      </div>
    </li>
  )
}

const addressOf = (step: FirstStep, { seen }: StepsProps): string | null => {
  const slug = seen.places[0]?.slug ?? seen.promises[0]?.commitment.slug
  const addresses: Readonly<Record<FirstStep, string | null>> = {
    contract: slug === undefined ? '/aftaler' : `/aftaler/${slug}`,
    calendar: '/loefter/kalender',
    mails: '/loefter/mail',
    passkey: '/indstillinger',
    entry: '/kontakter/mig',
  }
  return addresses[step]
}

const Entry: FC<StepsProps & { isDone: boolean }> = ({ page, seen, isDone }) => {
  const words = pick(firstHourTexts, page.language)
  const mail = seen.holdings[0]?.email ?? words.noMail
  return (
    <>
      <p>{words.entryShown(page.actor.name ?? '', mail)}</p>
      {!isDone && (
        <form method="post" action="/kontakter/mig">
          <input type="hidden" name="indehaver" value="alle" />
          <input type="hidden" name="svar" value="passer" />
          <input type="hidden" name="til" value="foerste-time" />
          <SecondaryButton>{words.entryRight}</SecondaryButton>
        </form>
      )}
    </>
  )
}
