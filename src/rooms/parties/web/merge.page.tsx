import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { MergeOutcome, ToMerge } from '../merge.ts'
import type { MergePreview } from '../merge-parties.ts'
import { registerPaths } from './register.paths.ts'
import { registerTexts } from './register.texts.ts'

interface MergeProps {
  page: PageContext
  asked: ToMerge
  preview: MergePreview | null
  refusal?: string | undefined
}

/** What merging two would move, in words, and the yes. */
export const MergePage: FC<MergeProps> = ({ page, asked, preview, refusal }) => {
  const words = pick(registerTexts, page.language)
  return (
    <Frame page={page} title={words.previewTitle} under="people">
      <Crumbs page={page} trail={[{ href: registerPaths.register, text: words.title }]} here={words.previewTitle} />
      <h1>{words.previewTitle}</h1>
      {refusal && <Message tone="refused">{refusal}</Message>}
      {preview === null && (
        <p>
          <a href={registerPaths.mergeOf(asked.kind, asked.lostId, asked.keptId)}>{words.keepOther}</a>
        </p>
      )}
      {preview !== null && (
        <>
          <p class="lead">{words.previewLead(preview.lost.name, preview.kept.name)}</p>
          <h2>{words.whatMoves}</h2>
          <ul class="register-outcome">
            {linesOf(preview.outcome, page).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p>{words.documentsStay}</p>
          <form class="form" method="post" action={registerPaths.merge}>
            <input type="hidden" name="slags" value={asked.kind} />
            <input type="hidden" name="behold" value={asked.keptId} />
            <input type="hidden" name="opgiv" value={asked.lostId} />
            <p class="actions">
              <PrimaryButton>{words.mergeNow}</PrimaryButton>
              <a href={registerPaths.mergeOf(asked.kind, asked.lostId, asked.keptId)}>
                {words.turnRound(preview.lost.name)}
              </a>
            </p>
          </form>
        </>
      )}
      <p>
        <a href={registerPaths.register}>{words.cancel}</a>
      </p>
    </Frame>
  )
}

const linesOf = (outcome: MergeOutcome, page: PageContext): string[] => {
  const { moves } = pick(registerTexts, page.language)
  const counted = (
    ['postsMoved', 'holdings', 'unitsMoved', 'unitsMadeOne', 'agreements', 'drafts', 'proposals', 'signatures'] as const
  )
    .filter((what) => outcome[what] > 0)
    .map((what) => moves[what](outcome[what]))
  const listed = (['postsMadeOne', 'postsBesideEachOther', 'names'] as const)
    .filter((what) => outcome[what].length > 0)
    .map((what) => moves[what](outcome[what].join(', ')))
  return [...counted, ...listed]
}
