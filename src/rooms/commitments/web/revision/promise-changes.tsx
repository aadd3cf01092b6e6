import type { Child, FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import type { PageContext } from '../../../../web/page-context.ts'
import { addedInWords, costsInWords, droppedInWords, movedInWords } from '../../revision/change-words.ts'
import { costsOfChanges, type PromiseChanges, type ToldPromise } from '../../revision/promise-changes.rules.ts'
import { proposalTexts } from './proposal.texts.ts'

/** What a change does to the promises, in plain words: how many, which, and what they cost. */
export const PromiseChangesPart: FC<{ page: PageContext; changes: PromiseChanges }> = ({ page, changes }) => {
  const words = pick(proposalTexts, page.language)
  const { added, dropped, moved, reworded, kept } = changes
  const touched = added.length + dropped.length + moved.length + reworded.length
  const costs = costsInWords(costsOfChanges(changes), page.language)
  const counts = [
    moved.length > 0 && words.changedPromises(moved.length),
    added.length > 0 && words.addedPromises(added.length),
    dropped.length > 0 && words.droppedPromises(dropped.length),
    reworded.length > 0 && words.rewordedPromises(reworded.length),
    kept > 0 && words.keptPromises(kept),
  ].filter((count) => typeof count === 'string')
  return (
    <section class="promise-part">
      <h2>{words.changesTitle}</h2>
      <p class="changes-told">{touched === 0 ? words.noPromises : `${counts.join(', ')}.`}</p>
      {costs.length > 0 && <p class="changes-cost">{costs.join(' ')}</p>}
      <Changed title={words.moved} sign="↔" lines={moved}>
        {({ before, after }: (typeof moved)[number]) => (
          <>
            <span class="change-words">{after.text}</span>
            <span class="change-told">
              {[...movedInWords({ before, after }, page.language), words.judgedAnew].join(' ')}
            </span>
          </>
        )}
      </Changed>
      <Changed title={words.added} sign="+" lines={added}>
        {(promise: ToldPromise) => <One promise={promise} told={addedInWords(promise, page.language)} />}
      </Changed>
      <Changed title={words.dropped} sign="−" lines={dropped}>
        {(promise: ToldPromise) => <One promise={promise} told={droppedInWords(promise, page.language)} />}
      </Changed>
      <Changed title={words.reworded} sign="=" lines={reworded}>
        {({ after }: (typeof reworded)[number]) => (
          <>
            <span class="change-words">{after.text}</span>
            <span class="change-told">{words.judgedOn}</span>
          </>
        )}
      </Changed>
    </section>
  )
}

const One: FC<{ promise: ToldPromise; told: string }> = ({ promise, told }) => (
  <>
    <span class="change-words">{promise.text}</span>
    <span class="change-told">{told}</span>
  </>
)

interface ChangedProps<T> {
  title: string
  sign: string
  lines: readonly T[]
  children: (line: T) => Child
}

const Changed = <T,>({ title, sign, lines, children }: ChangedProps<T>) => {
  if (lines.length === 0) return <></>
  return (
    <div class="changes">
      <h3>
        <span aria-hidden="true">{sign} </span>
        {title}
      </h3>
      <ul>
        {lines.map((line) => (
          <li>{children(line)}</li>
        ))}
      </ul>
    </div>
  )
}
