import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { closeUnit, movePosts, moveUnit, reopenUnit } from '../move-unit.ts'
import { partyPolicy } from '../party.policy.ts'
import type { PlacedUnit, UnitBranch } from '../register.ts'
import { getUnit, listRegister, listUnits } from '../register.queries.ts'
import { treeOf } from '../register.rules.ts'
import { renameOrganisation, renameUnit } from '../rename-party.ts'
import { findNameOfToday, takeBackName } from '../take-back-name.ts'
import { findTypedDay } from '../typed-day.rules.ts'
import { registerPaths } from './register.paths.ts'
import { orShow } from './register.routes.tsx'
import { OrganisationPage, UnitPage } from './unit.page.tsx'

/** `/enheder/organisation/:id` and `/enheder/enhed/:id`: one of them, and the forms that change it. */
export const unitRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/enheder/organisation/:id', (c) => showOrganisation(platform, c))
  routes.get('/enheder/enhed/:id', (c) => showUnit(platform, c))

  for (const act of ['navn', 'flyt'] as const)
    routes.post(`/enheder/organisation/:id/${act}`, async (c) => {
      const sent = { platform, c, id: c.req.param('id') ?? '', form: await c.req.formData() }
      return orShow(
        c,
        async () => c.redirect(registerPaths.organisation(sent.id, await organisationActs[act](sent)), 303),
        (refusal) => showOrganisation(platform, c, refusal),
      )
    })

  for (const act of ['navn', 'under', 'nedlaeg', 'aabn'] as const)
    routes.post(`/enheder/enhed/:id/${act}`, async (c) => {
      const sent = { platform, c, id: c.req.param('id') ?? '', form: await c.req.formData() }
      return orShow(
        c,
        async () => c.redirect(registerPaths.unit(sent.id, await unitActs[act](sent)), 303),
        (refusal) => showUnit(platform, c, refusal),
      )
    })

  for (const kind of ['organisation', 'unit'] as const)
    routes.post(`${registerPaths[kind](':id')}/navn/tilbage`, (c) => {
      const id = c.req.param('id') ?? ''
      return orShow(
        c,
        async () => {
          await takeBackName(platform, c.get('actor'), kind, id)
          return c.redirect(registerPaths[kind](id, 'navn-tilbage'), 303)
        },
        (refusal) => (kind === 'unit' ? showUnit : showOrganisation)(platform, c, refusal),
      )
    })
  return routes
}

interface Sent {
  readonly platform: Platform
  readonly c: WebContext
  readonly id: string
  readonly form: FormData
}

const typedName = (form: FormData): string =>
  formText(form, 'navn')
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200)

const typedDay = (form: FormData) => {
  const day = findTypedDay(formText(form, 'dag'))
  if (day === undefined) throw new Refused('not_a_day')
  return day
}

/** What each form does; answers with the word to tell of it. */
const organisationActs = {
  navn: async ({ platform, c, id, form }: Sent): Promise<string> => {
    await renameOrganisation(platform, c.get('actor'), { id, name: typedName(form), from: typedDay(form) })
    return 'navn'
  },
  flyt: async ({ platform, c, id, form }: Sent): Promise<string> => {
    const unitId = formText(form, 'enhed')
    const newUnit = typedName(form)
    if (unitId === '' && newUnit === '') throw new Refused('name_missing')
    const postIds = form.getAll('funktion').flatMap((one) => (typeof one === 'string' ? (findId(one) ?? []) : []))
    const to = unitId === '' ? { newUnit } : { unitId }
    await movePosts(platform, c.get('actor'), { organisationId: id, postIds, to, from: typedDay(form) })
    return 'flyttet'
  },
}

const unitActs = {
  navn: async ({ platform, c, id, form }: Sent): Promise<string> => {
    await renameUnit(platform, c.get('actor'), { id, name: typedName(form), from: typedDay(form) })
    return 'navn'
  },
  under: async ({ platform, c, id, form }: Sent): Promise<string> => {
    const under = formText(form, 'under')
    await moveUnit(platform, c.get('actor'), id, under === '' ? null : under)
    return 'flyttet'
  },
  nedlaeg: async ({ platform, c, id, form }: Sent): Promise<string> => {
    await closeUnit(platform, c.get('actor'), id, typedDay(form))
    return 'nedlagt'
  },
  aabn: async ({ platform, c, id }: Sent): Promise<string> => {
    await reopenUnit(platform, c.get('actor'), id)
    return 'aabnet'
  },
}

const toChoices = (units: readonly PlacedUnit[]) =>
  units.map(({ unitId, name }) => ({ id: unitId, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'da'))

const showOrganisation = async (platform: Platform, c: WebContext, refusal?: string): Promise<Response> => {
  const actor = permit(c, partyPolicy.readRegister)
  const id = findId(c.req.param('id') ?? '')
  if (id === undefined) throw new Refused('organisation_not_found')
  const day = askedDay(c)
  const { register, naming } = await readAs(platform, actor, async (tx) => ({
    register: await listRegister(tx, day, id),
    naming: await findNameOfToday(tx, { kind: 'organisation', id, day }),
  }))
  const tree = treeOf(register)
  const organisation = tree.find(({ organisationId }) => organisationId === id)
  if (organisation === undefined) throw new Refused('organisation_not_found')
  const shown = {
    was: naming?.was ?? null,
    posts: register.posts.filter(({ organisationId }) => organisationId === id),
    units: toChoices(register.units.filter(({ organisationId }) => organisationId === id)),
    others: tree
      .filter((one) => one !== organisation)
      .map(({ organisationId, name }) => ({ id: organisationId, name })),
  }
  const told = refusal === undefined ? c.req.query('besked') : undefined
  return c.html(
    <OrganisationPage page={pageContext(c)} organisation={organisation} {...shown} told={told} refusal={refusal} />,
    refusal === undefined ? 200 : 422,
  )
}

const showUnit = async (platform: Platform, c: WebContext, refusal?: string): Promise<Response> => {
  const actor = permit(c, partyPolicy.readRegister)
  const day = askedDay(c)
  const { unit, register, naming, units } = await readAs(platform, actor, async (tx) => {
    const unit = await getUnit(tx, c.req.param('id') ?? '', day)
    const register = await listRegister(tx, day, unit.organisationId)
    const naming = await findNameOfToday(tx, { kind: 'unit', id: unit.unitId, day })
    return { unit, register, naming, units: await listUnits(tx, day) }
  })
  const organisation = treeOf(register).find(({ organisationId }) => organisationId === unit.organisationId)
  if (organisation === undefined) throw new Refused('organisation_not_found')
  const shown = {
    was: naming?.was ?? null,
    branch: findBranch(organisation.units, unit.unitId),
    organisation: { id: organisation.organisationId, name: organisation.name },
    others: toChoices(units.filter((one) => one.organisationId === unit.organisationId && one.unitId !== unit.unitId)),
  }
  const told = refusal === undefined ? c.req.query('besked') : undefined
  return c.html(
    <UnitPage page={pageContext(c)} unit={unit} {...shown} told={told} refusal={refusal} />,
    refusal === undefined ? 200 : 422,
  )
}

const findBranch = (units: readonly UnitBranch[], unitId: string): UnitBranch | undefined => {
  for (const unit of units) {
    const found = unit.unitId === unitId ? unit : findBranch(unit.units, unitId)
    if (found !== undefined) return found
  }
  return undefined
}
