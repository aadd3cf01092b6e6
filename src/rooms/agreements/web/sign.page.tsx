import type { FC } from 'hono/jsx'
import { formatDay, formatMoment } from '../../../platform/dates.ts'
import { type Day, homeZone } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import type { AgreementVersion } from '../agreement.ts'
import { agreementTexts } from '../agreement.texts.ts'
import { displayTitle } from '../display-title.rules.ts'
import { hashInGroups } from '../sign-off/canonical-json.rules.ts'
import type { Signatory, SigningParty } from '../sign-off/signature.ts'
import { signatureTexts } from '../sign-off/signature.texts.ts'
import { signPaths } from './sign.paths.ts'

export interface SignView {
  readonly version: AgreementVersion
  readonly hash: string
  readonly confirmed: readonly SigningParty[]
  readonly missing: readonly SigningParty[]
  /** Whoever looks, where they may speak for a party. */
  readonly signatory: Signatory | null
  /** Which of the missing can be asked by mail now, for whoever may ask. */
  readonly reach: { readonly reached: readonly unknown[]; readonly unreached: readonly SigningParty[] } | null
  readonly others: readonly AgreementVersion[]
}

interface SignProps {
  page: PageContext
  view: SignView
}

/** Who has confirmed a version and who has not; a signatory sees what they confirm before they do. */
export const SignPage: FC<SignProps & { told: { people: number; parties: number } | null }> = ({
  page,
  view,
  told,
}) => {
  const words = pick(signatureTexts, page.language)
  const { version, confirmed, missing } = view
  const name = version.document.focusArea ?? version.document.title ?? version.slug
  return (
    <Frame page={page} title={words.heading(version.number)} under="agreements">
      <Crumbs
        page={page}
        trail={[
          { href: atDay(page, '/aftaler'), text: pick(agreementTexts, page.language).agreements },
          { href: atDay(page, `/aftaler/${version.slug}`), text: name },
        ]}
        here={words.title}
      />
      <h1>{words.heading(version.number)}</h1>
      <p class="lead">{words.intro}</p>
      {told && <Message tone="done">{words.askedNow(told)}</Message>}
      <WhatIsConfirmed page={page} view={view} />
      <section class="sign-parties" id="parter" aria-labelledby="parter-titel">
        <h2 id="parter-titel">{words.count(confirmed.length, confirmed.length + missing.length)}</h2>
        <PartyList page={page} parties={confirmed} />
        {missing.length > 0 && confirmed.length > 0 && <h3>{words.missing}</h3>}
        <PartyList page={page} parties={missing} />
        {missing.length > 0 && mayDoHere(page, agreementPolicy.askForSignatures) && (
          <AskMissing page={page} view={view} />
        )}
      </section>
      <Ways page={page} view={view} />
    </Frame>
  )
}

/** The version, the day and the hash, as everyone sees them; the button for whoever may confirm. */
const WhatIsConfirmed: FC<SignProps> = ({ page, view }) => {
  const words = pick(signatureTexts, page.language)
  const { version, hash } = view
  return (
    <section class="sign-seen" aria-labelledby="set-titel">
      <h2 id="set-titel">{view.signatory === null ? words.title : words.seen}</h2>
      <dl>
        <dt>{words.agreement}</dt>
        <dd>
          <a href={`/aftaler/${version.slug}?dag=${version.inForceDuring.from ?? page.today}`}>
            {displayTitle(version.document) ?? version.slug}
          </a>
        </dd>
        <dt>{words.version}</dt>
        <dd>{version.number}</dd>
        <dt>{words.inForce}</dt>
        <dd>{spanOf(version, page)}</dd>
        <dt>
          {words.hash} <span class="hint">{words.hashKind}</span>
        </dt>
        <dd>
          <code class="sign-hash">{hashInGroups(hash)}</code>
          <p class="hint">{words.hashHint}</p>
        </dd>
      </dl>
      {view.signatory && <SignForm page={page} view={view} signatory={view.signatory} />}
    </section>
  )
}

const SignForm: FC<SignProps & { signatory: Signatory }> = ({ page, view, signatory }) => {
  const words = pick(signatureTexts, page.language)
  const { version, hash, confirmed } = view
  const { to } = version.inForceDuring
  if (confirmed.some(({ organisationId }) => organisationId === signatory.organisationId))
    return <p class="sign-own">{words.signedByOwn(signatory.organisation)}</p>
  if (to !== null && Temporal.PlainDate.compare(to, page.today) < 0) return <p class="hint">{words.isOver}</p>
  return (
    <form method="post" action={signPaths.sign(version.slug)} class="sign-form">
      <input type="hidden" name="udgave" value={String(version.number)} />
      <input type="hidden" name="funktion" value={signatory.postId} />
      <input type="hidden" name="aftryk" value={hash} />
      <p>{words.signAs(signatory.name, signatory.post)}</p>
      <PrimaryButton>{words.sign(signatory.organisation)}</PrimaryButton>
      <p class="hint">{words.signForGood}</p>
    </form>
  )
}

const PartyList: FC<{ page: PageContext; parties: readonly SigningParty[] }> = ({ page, parties }) => {
  if (parties.length === 0) return <></>
  return (
    <ul class="sign-list">
      {parties.map((party) => (
        <li class={party.signature === null ? 'sign-missing' : undefined}>
          <PartyLine page={page} party={party} />
        </li>
      ))}
    </ul>
  )
}

const PartyLine: FC<{ page: PageContext; party: SigningParty }> = ({ page, party }) => {
  const words = pick(signatureTexts, page.language)
  const { signature, askedAt } = party
  if (signature === null)
    return (
      <>
        <b>{party.organisation}</b>
        <span class="sign-when">
          {askedAt === null ? words.notAsked : words.asked(formatDay(dayOf(askedAt), page.language))}
        </span>
      </>
    )
  return (
    <>
      <b>{signature.organisation}</b>
      <span>{`${signature.name}, ${signature.post}`}</span>
      <span class="sign-when">{formatMoment(signature.signedAt, page.language)}</span>
    </>
  )
}

const dayOf = (moment: Temporal.Instant): Day => moment.toZonedDateTimeISO(homeZone).toPlainDate()

const AskMissing: FC<SignProps> = ({ page, view }) => {
  const words = pick(signatureTexts, page.language)
  const { version, reach } = view
  if (reach === null) return <></>
  const { reached, unreached } = reach
  const names = unreached.map(({ organisation }) => organisation).join(', ')
  return (
    <div class="sign-ask">
      {reached.length > 0 && (
        <form method="post" action={signPaths.ask(version.slug)}>
          <input type="hidden" name="udgave" value={String(version.number)} />
          <SecondaryButton>{words.ask(reached.length)}</SecondaryButton>
          <p class="hint">{words.askHint}</p>
        </form>
      )}
      {reached.length === 0 && unreached.length === 0 && <p class="hint">{words.askRests}</p>}
      {unreached.length > 0 && <p class="hint">{words.unreachable(names)}</p>}
    </div>
  )
}

const Ways: FC<SignProps> = ({ page, view }) => {
  const words = pick(signatureTexts, page.language)
  const { version, others } = view
  const english = page.language === 'en' ? '&sprog=en' : ''
  const file = (format: string) => `/aftaler/${version.slug}/hent.${format}?udgave=${version.number}${english}`
  return (
    <section class="sign-ways">
      <p class="take-along">
        {words.take}:{' '}
        <a href={file('pdf')} download>
          {words.pdf}
        </a>
        {' · '}
        <a href={file('json')} download>
          {words.json}
        </a>
        {' · '}
        <a href={atDay(page, signPaths.check(version.slug))}>{words.check}</a>
      </p>
      {others.length > 0 && (
        <>
          <h2>{words.others}</h2>
          <ul>
            {others.map((other) => (
              <li>
                <a href={atDay(page, signPaths.page(other.slug, other.number))}>
                  {words.other(other.number, spanOf(other, page))}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The first and last day a version is in force, in words. */
export const spanOf = ({ inForceDuring: { from, to } }: AgreementVersion, page: PageContext): string =>
  pick(signatureTexts, page.language).span(from && formatDay(from, page.language), to && formatDay(to, page.language))
