import type { Child, FC } from 'hono/jsx'
import { type Language, pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import { agreementTexts } from '../agreement.texts.ts'
import type { Draft } from '../agreement.ts'
import { titleOf } from '../documents/describe-activities.ts'
import { dayInWords, spanInWords } from '../documents/document-words.ts'
import { draftPaths } from './draft.paths.ts'
import { activityGroups, type FactGroup, otherActivityGroups, wholeGroups } from './fact-groups.ts'

interface FactsProps {
  page: PageContext
  draft: Draft
}

/** Every fact of the draft, part by part, each with the line it was read in and a way to correct it. */
export const DraftFacts: FC<FactsProps> = ({ page, draft }) => {
  const { document, draftId } = draft
  const { first, last } = wholeGroups(document, page.language)
  return (
    <div class="parts">
      <HeaderPart page={page} draft={draft} />
      {first.map((group) => (
        <GroupPart page={page} draftId={draftId} group={group} />
      ))}
      {document.activities.map((activity, at) => (
        <ActivityPart
          page={page}
          draftId={draftId}
          title={titleOf(activity, page.language)}
          path={`activities.${at}`}
          fact={activity.ages && `${activity.ages.from ?? ''}–${activity.ages.to ?? ''}`}
          groups={activityGroups(activity, at, page.language)}
        />
      ))}
      {document.otherActivities.map((activity, at) => (
        <ActivityPart
          page={page}
          draftId={draftId}
          title={activity.title}
          path={`otherActivities.${at}`}
          fact={activity.validDuring && spanInWords(activity.validDuring, page.language)}
          groups={otherActivityGroups(activity, at, page.language)}
        />
      ))}
      {last.map((group) => (
        <GroupPart page={page} draftId={draftId} group={group} />
      ))}
    </div>
  )
}

const HeaderPart: FC<FactsProps> = ({ page, draft }) => {
  const words = pick(agreementTexts, page.language)
  return (
    <Part title={words.header} count={null} isOpen>
      <dl class="header-facts">
        {headerFacts(draft.document, page.language).map(([field, text]) => (
          <div>
            <dt>{words.fields[field]}</dt>
            <dd class={text ? undefined : 'missing'}>{text || words.nothing}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={draftPaths.field(draft.draftId, '')}>{words.correct}</a>
      </p>
    </Part>
  )
}

const headerFacts = (document: AgreementDocument, language: Language): [string, string | null][] => {
  const { validDuring } = document
  const day = (iso: string | null | undefined) => (iso ? dayInWords(iso, language) : null)
  return [
    ['title', document.title],
    ['focusArea', document.focusArea],
    ['municipality', document.municipality],
    ['district', document.district],
    ['leadParty', document.leadParty],
    ['signedOn', day(document.signedOn)],
    ['validDuring.from', day(validDuring?.from)],
    ['validDuring.to', day(validDuring?.to)],
    ['caseNumber', document.caseNumber],
    ['documentNumber', document.documentNumber],
  ]
}

interface ActivityPartProps {
  page: PageContext
  draftId: string
  title: string
  path: string
  fact: string | null
  groups: readonly FactGroup[]
}

const ActivityPart: FC<ActivityPartProps> = ({ page, draftId, title, path, fact, groups }) => {
  const words = pick(agreementTexts, page.language)
  return (
    <Part title={title} count={groups[0]?.facts.length ?? 0}>
      <p>
        {fact && `${fact} · `}
        <a href={draftPaths.field(draftId, path)}>{words.correct}</a>
      </p>
      {groups.map((group) => (
        <section class="inner-part">
          <h3>
            {group.title} <span class="part-count">{group.facts.length}</span>
          </h3>
          <GroupFacts page={page} draftId={draftId} group={group} />
        </section>
      ))}
    </Part>
  )
}

const GroupPart: FC<{ page: PageContext; draftId: string; group: FactGroup }> = ({ page, draftId, group }) => (
  <Part title={group.title} count={group.facts.length}>
    <GroupFacts page={page} draftId={draftId} group={group} />
  </Part>
)

const Part: FC<{ title: string; count: number | null; isOpen?: boolean; children?: Child }> = (part) => (
  <details class="part" open={part.isOpen}>
    <summary>
      <h2>{part.title}</h2>
      {part.count !== null && <span class="part-count">{part.count}</span>}
    </summary>
    {part.children}
  </details>
)

const GroupFacts: FC<{ page: PageContext; draftId: string; group: FactGroup }> = ({ page, draftId, group }) => {
  const words = pick(agreementTexts, page.language)
  return (
    <>
      <ul class="facts-read">
        {group.facts.map((fact, at) => (
          <li>
            <span class="fact-read">{fact.text}</span>
            <span class="fact-ways">
              {fact.line > 0 && <a href={draftPaths.line(fact.line)}>{words.line(fact.line)}</a>}
              <a href={draftPaths.field(draftId, `${group.list}.${at}`)}>{words.correct}</a>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={draftPaths.field(draftId, `${group.list}.+`)}>{words.add(words.shapes[group.shape])}</a>
      </p>
    </>
  )
}
