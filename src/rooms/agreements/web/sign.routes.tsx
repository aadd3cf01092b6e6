import { Hono } from 'hono'
import { readAs, type ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { isPermitted, type Relations } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { listVersions } from '../agreement.queries.ts'
import type { AgreementVersion } from '../agreement.ts'
import { knownOn } from '../known-version.rules.ts'
import { listRelationsTo } from '../relation.queries.ts'
import { askForSignatures, listReach } from '../sign-off/ask-for-signatures.ts'
import { documentHash } from '../sign-off/canonical-json.rules.ts'
import { listSigningParties } from '../sign-off/signature.queries.ts'
import { partSigningParties } from '../sign-off/signature.rules.ts'
import { getSignatory, signVersion } from '../sign-off/sign-version.ts'
import { getAskedVersion } from './asked-version.ts'
import { SignPage, type SignView } from './sign.page.tsx'
import { signPaths } from './sign.paths.ts'

/** `/aftaler/:slug/tiltraedelse`: which parties have confirmed a version, confirming it, and asking those who are missing. */
export const signRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/aftaler/:slug/tiltraedelse', async (c) => {
    const view = await readAs(platform, c.get('actor'), (tx) => loadSigning(c, tx, platform))
    return c.html(<SignPage page={pageContext(c)} view={view} told={toldBy(c)} />)
  })

  routes.post('/aftaler/:slug/tiltraedelse', async (c) => {
    const form = await c.req.formData()
    const slug = c.req.param('slug')
    const number = Number(formText(form, 'udgave'))
    const seen = { postId: formText(form, 'funktion'), documentHash: formText(form, 'aftryk') }
    await signVersion(platform, c.get('actor'), { slug, number, ...seen })
    return c.redirect(`${signPaths.page(slug, number)}#parter`, 303)
  })

  routes.post('/aftaler/:slug/tiltraedelse/bed', async (c) => {
    const form = await c.req.formData()
    const slug = c.req.param('slug')
    const number = Number(formText(form, 'udgave'))
    const { parties, people } = await askForSignatures(platform, c.get('actor'), { slug, number }, c.get('language'))
    return c.redirect(`${signPaths.page(slug, number)}&spurgt=${people}&hos=${parties}`, 303)
  })
  return routes
}

/** How many were asked just now, as the address tells after the form. */
const toldBy = (c: WebContext) => {
  const [people, parties] = [Number(c.req.query('spurgt')), Number(c.req.query('hos'))]
  return people > 0 && parties > 0 ? { people, parties } : null
}

const loadSigning = async (c: WebContext, tx: ReadTx, platform: Platform): Promise<SignView> => {
  const slug = c.req.param('slug') ?? ''
  const day = askedDay(c)
  const version = await getAskedVersion(tx, slug, c.req.query('udgave'), day)
  const { agreementVersionId, isPublished } = version
  const toThing = await listRelationsTo(tx, agreementVersionId)
  c.set('sight', { permission: isPublished ? agreementPolicy.readPublished : agreementPolicy.readUnpublished, toThing })
  const parties = await listSigningParties(tx, agreementVersionId, day)
  const parted = partSigningParties(parties, platform.clock.now())
  const maySign = isPermitted(c.get('actor'), agreementPolicy.signVersion, toThing)
  return {
    version,
    hash: documentHash(version.document),
    ...parted,
    signatory: maySign && !pageContext(c).isOfAnotherDay ? await getSignatory(tx, c.get('actor'), day) : null,
    reach: await loadReach(c, tx, { version, toThing, toAsk: parted.toAsk, day }),
    others: knownOn(await listVersions(tx, slug), day).filter(({ number }) => number !== version.number),
  }
}

interface ToReach {
  readonly version: AgreementVersion
  readonly toThing: Relations
  readonly toAsk: SignView['missing']
  readonly day: Day
}

/** Who can be asked by mail, for those who may ask; null for all others. */
const loadReach = async (c: WebContext, tx: ReadTx, { version, toThing, toAsk, day }: ToReach) => {
  if (!isPermitted(c.get('actor'), agreementPolicy.askForSignatures, toThing)) return null
  return listReach(tx, version.agreementVersionId, toAsk, day)
}
