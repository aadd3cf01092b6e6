import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { AgreementVersion } from '../agreement.ts'
import { agreementTexts } from '../agreement.texts.ts'
import { hashInGroups } from '../sign-off/canonical-json.rules.ts'
import type { VersionSignature } from '../sign-off/signature.ts'
import { signatureTexts } from '../sign-off/signature.texts.ts'
import { spanOf } from './sign.page.tsx'
import { signPaths } from './sign.paths.ts'

export interface CheckableVersion {
  readonly version: AgreementVersion
  readonly hash: string
  readonly signatures: readonly VersionSignature[]
}

/** What came of checking a file: the hash of the agreement in it, and the version it is. */
interface Checked {
  readonly hash: string | null
  readonly version: CheckableVersion | null
}

interface CheckProps {
  page: PageContext
  versions: readonly CheckableVersion[]
  checked: Checked | null
  refusal?: string
}

/** Whether the agreement in a file is the one the parties confirmed. */
export const CheckPage: FC<CheckProps> = ({ page, versions, checked, refusal }) => {
  const words = pick(signatureTexts, page.language)
  const [last] = versions
  if (last === undefined) throw new Error('There is nothing to check against')
  const { slug, document, number } = last.version
  return (
    <Frame page={page} title={words.checkTitle} under="agreements">
      <Crumbs
        page={page}
        trail={[
          { href: atDay(page, '/aftaler'), text: pick(agreementTexts, page.language).agreements },
          { href: atDay(page, `/aftaler/${slug}`), text: document.focusArea ?? document.title ?? slug },
          { href: atDay(page, signPaths.page(slug, number)), text: words.title },
        ]}
        here={words.checkTitle}
      />
      <h1>{words.checkHeading}</h1>
      {refusal && <Message tone="refused">{refusal}</Message>}
      {checked && <Outcome page={page} checked={checked} />}
      {page.isOfAnotherDay ? (
        versions.map((version) => <VersionThen page={page} version={version} />)
      ) : (
        <CheckForm page={page} slug={slug} />
      )}
    </Frame>
  )
}

const CheckForm: FC<{ page: PageContext; slug: string }> = ({ page, slug }) => {
  const words = pick(signatureTexts, page.language)
  return (
    <>
      <p class="lead">{words.checkIntro}</p>
      <form method="post" action={signPaths.check(slug)} enctype="multipart/form-data" class="form">
        <div class="field">
          <label class="ds-label" for="fil">
            {words.checkFile}
          </label>
          <p class="hint" id="fil-hint">
            {words.checkFileHint}
          </p>
          <input
            class="file file-drop"
            type="file"
            id="fil"
            name="fil"
            accept=".pdf,.json,.docx,.html"
            aria-describedby="fil-hint"
            required
          />
        </div>
        <PrimaryButton>{words.checkSend}</PrimaryButton>
      </form>
      <p class="hint check-limits">{words.checkLimits}</p>
    </>
  )
}

/** A version there was on the day, with its hash, and who had confirmed it by then. */
const VersionThen: FC<{ page: PageContext; version: CheckableVersion }> = ({ page, version }) => {
  const words = pick(signatureTexts, page.language)
  return (
    <section class="people-part">
      <h2>{words.other(version.version.number, spanOf(version.version, page))}</h2>
      {version.signatures.length === 0 && <p>{words.notSignedThen}</p>}
      <Signatures page={page} signatures={version.signatures} />
      <Hash label={words.hash} hash={version.hash} />
    </section>
  )
}

const Signatures: FC<{ page: PageContext; signatures: CheckableVersion['signatures'] }> = ({ page, signatures }) => {
  if (signatures.length === 0) return <></>
  return (
    <ul>
      {signatures.map(({ organisation, name, post, signedAt }) => (
        <li>{`${organisation}: ${name}, ${post}, ${formatMoment(signedAt, page.language)}`}</li>
      ))}
    </ul>
  )
}

const Outcome: FC<{ page: PageContext; checked: Checked }> = ({ page, checked: { hash, version } }) => {
  const words = pick(signatureTexts, page.language)
  if (hash === null) return <Message tone="note">{words.carriesNone}</Message>
  if (version === null)
    return (
      <Message tone="refused">
        <p>{words.isNone}</p>
        <Hash label={words.hashOfFile} hash={hash} />
      </Message>
    )
  const { signatures } = version
  const { number, inForceDuring } = version.version
  const isOver = inForceDuring.to !== null && Temporal.PlainDate.compare(inForceDuring.to, page.today) < 0
  return (
    <Message tone={signatures.length === 0 ? 'note' : 'done'}>
      <p>
        <b>{signatures.length === 0 ? words.isVersionUnsigned(number) : words.isVersion(number)}</b>
      </p>
      <p>
        {words.inForce}: {spanOf(version.version, page)}. {isOver && words.isSucceeded}
      </p>
      <Signatures page={page} signatures={signatures} />
      <Hash label={words.hashOfFile} hash={hash} />
    </Message>
  )
}

const Hash: FC<{ label: string; hash: string }> = ({ label, hash }) => (
  <p class="hint">
    {label}: <code class="sign-hash">{hashInGroups(hash)}</code>
  </p>
)
