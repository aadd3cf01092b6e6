import type { FC } from 'hono/jsx'
import { formatDay, formatMoment } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { type Handover, type PostChoice, wholePostWords } from '../../parties/index.ts'
import { HandoverForm, type NoteTyped } from './handover-form.tsx'
import { type HandoverItem, type HandoverPart, itemAnchor, progressOf } from './handover-items.ts'
import { handoverTexts } from './handover.texts.ts'

interface HandoverProps {
  page: PageContext
  post: PostChoice
  /** Undefined where the post was never held. */
  handover: Handover | undefined
  parts: readonly HandoverPart[]
  /** A note that was not saved, with why. */
  typed?: NoteTyped | undefined
  isSaved?: boolean
}

/** What is under way in a post, for whoever leaves it and whoever comes: a line and a tick for each. */
export const HandoverPage: FC<HandoverProps> = ({ page, post, handover, parts, typed, isSaved }) => {
  const words = pick(handoverTexts, page.language)
  const { done, all } = progressOf(parts)
  return (
    <Frame page={page} title={`${words.title}: ${post.title}`} under="people" wide>
      <Crumbs page={page} trail={[{ href: `/funktioner/${post.postId}`, text: post.title }]} here={words.title} />
      <h1>{words.title}</h1>
      <p class="lead">{wholePostWords(post)}</p>
      {handover === undefined ? <p>{words.never}</p> : <Between page={page} handover={handover} />}
      {isSaved === true && <Message tone="done">{words.saved}</Message>}
      {handover !== undefined && all > 0 && (
        <div class="handover-progress">
          <b>{words.progress(done, all)}</b>
          <progress max={all} value={done} aria-label={words.progress(done, all)} />
          <p class="hint">{`${words.intro} ${words.print}`}</p>
        </div>
      )}
      {handover !== undefined &&
        parts
          .filter(({ items }) => items.length > 0)
          .map((part) => (
            <Part page={page} part={part} holderId={handover.leaver.holderId} postId={post.postId} typed={typed} />
          ))}
      {handover !== undefined && <Nothing page={page} parts={parts} />}
    </Frame>
  )
}

const Between: FC<{ page: PageContext; handover: Handover }> = ({ page, handover: { leaver, newcomer } }) => {
  const words = pick(handoverTexts, page.language)
  const day = newcomer?.from ?? leaver.until
  const told = day === null ? '' : formatDay(day, page.language)
  const isPast = day !== null && Temporal.PlainDate.compare(day, page.today) <= 0
  return (
    <div class="handover-between">
      <p class="post-name">
        {newcomer === null ? words.fromOnly(leaver.name) : words.between(leaver.name, newcomer.name)}
      </p>
      <p>
        {day === null ? words.noDay : isPast ? words.changed(told) : words.changes(told)}{' '}
        {newcomer?.isAwaited === true && words.awaited(newcomer.name)}
      </p>
    </div>
  )
}

interface PartProps {
  page: PageContext
  part: HandoverPart
  postId: string
  holderId: string
  typed: NoteTyped | undefined
}

const Part: FC<PartProps> = ({ page, part, ...place }) => {
  const words = pick(handoverTexts, page.language)
  return (
    <section class="owed-part handover-part" aria-labelledby={part.key}>
      <h2 id={part.key}>{words.parts[part.key]}</h2>
      <ul class="owed-list">
        {part.items.map((item) => (
          <Item page={page} item={item} {...place} />
        ))}
      </ul>
    </section>
  )
}

/** What there is nothing of, in one line: it was looked for. */
const Nothing: FC<Pick<HandoverProps, 'page' | 'parts'>> = ({ page, parts }) => {
  const words = pick(handoverTexts, page.language)
  const empty = parts.filter(({ items }) => items.length === 0).map(({ key }) => words.parts[key])
  return empty.length === 0 ? <></> : <p class="owed-none">{words.empty(empty.join(' · '))}</p>
}

const Item: FC<Omit<PartProps, 'part'> & { item: HandoverItem }> = ({ page, item, typed, ...place }) => {
  const words = pick(handoverTexts, page.language)
  const { note } = item
  const isDone = note?.isHandedOver === true
  const isTyped = typed !== undefined && typed.thing === item.thing && typed.ref === item.ref
  return (
    <li class={`handover ${item.state === null ? '' : `state-${item.state}`}`} id={itemAnchor(item)}>
      <p class="handover-tick">
        <span class={isDone ? 'handover-box handover-done' : 'handover-box'} aria-hidden="true">
          {isDone ? '✓' : ''}
        </span>
        <span class={isDone ? 'handover-word' : 'handover-word handover-open'}>
          {isDone ? words.handedOver : words.notHandedOver}
        </span>
      </p>
      <div>
        <p class="owed-words">
          <a href={item.href}>{item.text}</a>
        </p>
        {item.told.map((line) => (
          <p class="owed-by">{line}</p>
        ))}
        {note !== undefined && note.note !== '' && (
          <p class="handover-note">
            {note.note}{' '}
            <span class="owed-by">{words.saidBy(note.writtenBy, formatMoment(note.writtenAt, page.language))}</span>
          </p>
        )}
        <HandoverForm page={page} item={item} typed={isTyped ? typed : undefined} {...place} />
      </div>
    </li>
  )
}
