import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { agreementTexts } from '../agreement.texts.ts'
import type { SourceText } from '../draft.queries.ts'
import { plainLine } from './plain-line.rules.ts'

interface SourcePaneProps {
  page: PageContext
  source: SourceText
  unmapped: readonly number[]
}

/** The source with its lines numbered, so that every fact can point at where it was read. */
export const SourcePane: FC<SourcePaneProps> = ({ page, source, unmapped }) => {
  const words = pick(agreementTexts, page.language)
  const isUnmapped = new Set(unmapped)
  let shownPage: number | null = null
  return (
    <section class="source" aria-label={words.sourceOf(source.name)} tabindex={0}>
      <h2>{words.sourceOf(source.name)}</h2>
      <p class="hint">{words.unmapped(unmapped.length)}</p>
      <ol class="source-lines">
        {source.lines
          .filter((line) => line.text.trim() !== '')
          .map((line) => {
            const begins = line.page !== null && line.page !== shownPage
            shownPage = line.page
            return (
              <>
                {begins && line.page !== null && (
                  <li class="source-page" value={line.number}>
                    {words.page(line.page)}
                  </li>
                )}
                <li
                  id={`linje-${line.number}`}
                  value={line.number}
                  class={isUnmapped.has(line.number) ? 'source-unmapped' : undefined}
                >
                  {plainLine(line.text)}
                  {isUnmapped.has(line.number) && <em> {words.notRead}</em>}
                </li>
              </>
            )
          })}
      </ol>
    </section>
  )
}
