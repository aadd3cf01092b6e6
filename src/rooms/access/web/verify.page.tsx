import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { AuditFindings } from '../audit/audit-entry.ts'
import { writeHeads } from '../audit/audit-heads.rules.ts'
import { faultInWords } from '../audit/audit-words.ts'
import { countInWords } from './protection.page.tsx'
import { protectionPaths } from './protection.paths.ts'
import { protectionTexts } from './protection.texts.ts'

/** The trail just verified, at this moment, against so many heads. */
export interface Verified {
  readonly findings: AuditFindings
  readonly at: Temporal.Instant
  readonly noted: number
}

interface VerifyProps {
  page: PageContext
  verified: Verified | null
  /** What was put in as heads and could not be read. */
  unread?: string
}

/** Verifies the audit trail: the form, and what was found. */
export const VerifyPage: FC<VerifyProps> = ({ page, verified, unread }) => {
  const words = pick(protectionTexts, page.language)
  const trail = [
    { href: protectionPaths.overview, text: words.title },
    { href: protectionPaths.trail, text: words.trail },
  ]
  return (
    <Frame page={page} title={words.verify} under="protection">
      <Crumbs page={page} trail={trail} here={words.verify} />
      <h1>{words.verify}</h1>
      <p class="lead">{words.verifyIntro}</p>
      {verified !== null && <Found page={page} verified={verified} />}
      <form method="post" action={protectionPaths.verify} class="form">
        <TextField
          name="kontroltal"
          label={words.noted}
          hint={words.notedHint}
          rows={4}
          value={unread ?? ''}
          {...(unread === undefined ? {} : { error: words.notedUnread })}
        />
        <PrimaryButton>{words.run}</PrimaryButton>
      </form>
    </Frame>
  )
}

const Found: FC<{ page: PageContext; verified: Verified }> = ({ page, verified }) => {
  const words = pick(protectionTexts, page.language)
  const { entries, faults, more, heads } = verified.findings
  const count = countInWords(entries, page.language)
  const isWhole = faults.length === 0 && more === 0
  return (
    <>
      <Message tone={isWhole ? 'done' : 'refused'}>
        <h2>{isWhole ? words.whole : words.broken}</h2>
        <p>{isWhole ? words.wholeAbout(count) : words.brokenAbout(count)}</p>
        {verified.noted > 0 && <p>{words.comparedWith(verified.noted)}</p>}
        {!isWhole && (
          <ul>
            {faults.map((fault) => (
              <li>{faultInWords(fault, page.language)}</li>
            ))}
            {more > 0 && <li>{words.more(countInWords(more, page.language))}</li>}
          </ul>
        )}
      </Message>
      <section class="promise-part heads">
        <h2>{words.headsTitle}</h2>
        <p>{words.headsAbout}</p>
        <pre tabindex={0}>{writeHeads(heads, verified.at)}</pre>
      </section>
    </>
  )
}
