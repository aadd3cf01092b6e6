import type { FC } from 'hono/jsx'
import { isWithin } from '../../../../platform/database/index.ts'
import { formatDay } from '../../../../platform/dates.ts'
import type { Day } from '../../../../platform/day.ts'
import { pick } from '../../../../platform/language.ts'
import { atDay } from '../../../../web/as-of.tsx'
import { mayHere, type PageContext } from '../../../../web/page-context.ts'
import { revisionPolicy, type VersionInTurn } from '../../../agreements/index.ts'
import { Decision } from './clause-life.page.tsx'
import { proposalTexts } from './proposal.texts.ts'
import { revisionPaths } from './revision.paths.ts'

interface VersionsProps {
  page: PageContext
  slug: string
  versions: readonly VersionInTurn[]
}

/** The agreement's versions where there are several, each with its days and the decision that made it; and the ways to change it. */
export const Versions: FC<VersionsProps> = ({ page, slug, versions }) => {
  const words = pick(proposalTexts, page.language)
  return (
    <div class="versions">
      {versions.length > 1 && (
        <section aria-labelledby="versioner">
          <h2 id="versioner">{words.versions}</h2>
          <ol>
            {versions.map((version) => (
              <Version page={page} slug={slug} version={version} />
            ))}
          </ol>
        </section>
      )}
      {mayHere(page, revisionPolicy.propose) && (
        <p class="take-along">
          {!page.isOfAnotherDay && (
            <>
              <a href={revisionPaths.choose(slug)}>{words.propose}</a>
              {' · '}
            </>
          )}
          <a href={atDay(page, revisionPaths.list(slug))}>{words.proposals}</a>
        </p>
      )}
    </div>
  )
}

const Version: FC<{ page: PageContext; slug: string; version: VersionInTurn }> = ({ page, slug, version }) => {
  const words = pick(proposalTexts, page.language)
  const { number, inForceDuring, decision } = version
  const { from, to } = inForceDuring
  const said = (day: Day | null) => (day === null ? '' : formatDay(day, page.language))
  const isNow = isWithin(inForceDuring, page.today)
  return (
    <li>
      <a href={`/aftaler/${slug}${isNow ? '' : `?dag=${(to ?? from ?? page.today).toString()}`}`}>
        {words.versionFrom(number, said(from), to === null ? null : said(to))}
      </a>
      {decision !== null && (
        <span class="version-decided">
          {' · '}
          <Decision page={page} decision={decision} />
        </span>
      )}
    </li>
  )
}
