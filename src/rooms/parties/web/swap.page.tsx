import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { Holder } from '../holder.ts'
import { type KnownPerson, type PostChoice, wholePostWords } from '../party.ts'
import { partyTexts } from '../party.texts.ts'
import type { SwapEffect } from '../swap.ts'
import { holdingOn } from '../swap.rules.ts'
import { SamePersonChoice } from './invite.page.tsx'
import { personPaths } from './person.paths.ts'
import { personTexts } from './person.texts.ts'
import { postPaths } from './post.paths.ts'
import type { SwapError, SwapTyped } from './swap.form.ts'
import { swapTexts } from './swap.texts.ts'

export interface SwapProps {
  page: PageContext
  post: PostChoice
  holdings: readonly Holder[]
  /** Names the form suggests. */
  names: readonly string[]
  typed: SwapTyped
  errors: ReadonlyMap<keyof SwapTyped, SwapError>
  refusal?: string | undefined
  /** What the swap does beside what was asked for, to say yes to. */
  effects?: readonly SwapEffect[]
  namesakes?: readonly KnownPerson[]
}

/** The form that gives a post to somebody else from a day. */
export const SwapPage: FC<SwapProps> = (props) => {
  const { page, post, holdings, names, typed, errors, refusal } = props
  const words = pick(swapTexts, page.language)
  const isHeld = holdingOn(holdings, page.today) !== undefined
  const title = isHeld ? words.title : words.fill
  const sentences = { ...words.errors, mail_address_wrong: pick(partyTexts, page.language).mail_address_wrong }
  const field = (name: 'navn' | 'mail' | 'fra') => {
    const error = errors.get(name)
    return { name, value: typed[name], ...(error === undefined ? {} : { error: sentences[error] }) }
  }
  return (
    <Frame page={page} title={title} under="people">
      <Crumbs
        page={page}
        trail={[
          { href: personPaths.people, text: pick(personTexts, page.language).people },
          { href: postPaths.post(post.postId), text: post.title },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p class="lead">{wholePostWords(post)}</p>
      {refusal && <Message tone="refused">{refusal}</Message>}
      {whoHolds(page, holdings).map((line) => (
        <p>{line}</p>
      ))}
      <p class="hint swap-intro">{words.intro}</p>
      <form class="form" method="post" action={postPaths.swap(post.postId)}>
        <input type="hidden" name="nr" value={typed.nr} />
        <input type="hidden" name="sidst" value={typed.sidst} />
        <SamePersonChoice {...props} />
        <Effects {...props} />
        <TextField {...field('navn')} label={words.name} hint={words.nameHint} list="navne" required />
        <datalist id="navne">
          {names.map((name) => (
            <option>{name}</option>
          ))}
        </datalist>
        <TextField {...field('mail')} label={words.email} hint={words.emailHint} type="email" />
        <TextField {...field('fra')} label={words.from} type="date" required />
        <p class="actions">
          <PrimaryButton>{isHeld ? words.send : words.fillNow}</PrimaryButton>
          <a href={postPaths.post(post.postId)}>{words.back}</a>
        </p>
      </form>
    </Frame>
  )
}

const whoHolds = ({ today, language }: PageContext, holdings: readonly Holder[]): string[] => {
  const words = pick(swapTexts, language)
  const present = holdingOn(holdings, today)
  const coming = holdings.filter(({ from }) => Temporal.PlainDate.compare(from, today) > 0)
  const now =
    present === undefined
      ? words.unheld
      : present.until === null
        ? words.heldBy(present.name, formatDay(present.from, language))
        : words.heldUntil(present.name, formatDay(present.until.subtract({ days: 1 }), language))
  return [now, ...coming.map(({ name, from }) => words.heldFrom(name, formatDay(from, language)))]
}

const Effects: FC<SwapProps> = ({ page, effects = [], typed }) => {
  if (effects.length === 0) return <></>
  return (
    <fieldset class="choices">
      <legend>{pick(swapTexts, page.language).asks}</legend>
      {effects.map((effect) => (
        <div class="field tick">
          <input
            type="checkbox"
            id={`felt-${effect.kind}`}
            name={effect.kind}
            value="ja"
            checked={typed.ja.includes(effect.kind)}
            required
          />
          <label for={`felt-${effect.kind}`}>{effectInWords(page, effect)}</label>
        </div>
      ))}
    </fieldset>
  )
}

const effectInWords = ({ language }: PageContext, effect: SwapEffect): string => {
  const words = pick(swapTexts, language)
  const from = formatDay(effect.from, language)
  if (effect.kind === 'history') return words.history(from)
  if (effect.kind === 'gap') return words.gap(from, formatDay(effect.to, language))
  return words.untilNext(effect.who, formatDay(effect.from.subtract({ days: 1 }), language), from)
}
