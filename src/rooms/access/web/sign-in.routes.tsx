import { Hono } from 'hono'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { type WebEnv, pageContext } from '../../../web/page-context.ts'
import type { CastMember } from './cast-member.ts'
import { forgetPerson, rememberPerson } from './session-cookie.ts'
import { SignInPage } from './sign-in.page.tsx'

/** What the desk needs of the rooms that know people; handed in by app.ts. */
export interface CastDesk {
  listCast(): Promise<CastMember[]>
  /** Adds the first person to an empty partnership and answers with the new id. */
  addPerson(form: { name: string; post: string; organisation: string }): Promise<string>
}

export interface SignInSettings {
  readonly desk: CastDesk
  readonly key: Buffer
  readonly isProduction: boolean
  readonly isSecure: boolean
}

/** `/log-ind` and `/log-ud`. Choosing a person is refused in production. */
export const signInRoutes = (settings: SignInSettings): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const requireTrial = () => {
    if (settings.isProduction) throw new Refused('cast_closed')
  }

  routes.get('/log-ind', async (c) => {
    requireTrial()
    const cast = await settings.desk.listCast()
    return c.html(<SignInPage page={pageContext(c)} cast={cast} next={safePath(c.req.query('til'))} />)
  })

  routes.post('/log-ind', async (c) => {
    requireTrial()
    const form = await c.req.formData()
    const personId = formText(form, 'person')
    const cast = await settings.desk.listCast()
    if (!cast.some((member) => member.personId === personId)) throw new Refused('person_unknown')
    await rememberPerson(c, settings.key, personId, settings.isSecure)
    return c.redirect(safePath(formText(form, 'til')), 303)
  })

  routes.post('/log-ind/ny', async (c) => {
    requireTrial()
    const form = await c.req.formData()
    const answer = (name: string) => formText(form, name).trim()
    const person = { name: answer('navn'), post: answer('funktion'), organisation: answer('organisation') }
    if (Object.values(person).includes('')) {
      const page = <SignInPage page={pageContext(c)} cast={[]} next="/aftaler" typed={person} />
      return c.html(page, 422)
    }
    const personId = await settings.desk.addPerson(person)
    await rememberPerson(c, settings.key, personId, settings.isSecure)
    return c.redirect('/aftaler', 303)
  })

  routes.post('/log-ud', (c) => {
    forgetPerson(c)
    return c.redirect('/', 303)
  })
  return routes
}

/** A path on this site, or the agreements: never an address elsewhere. */
export const safePath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])/.test(path) && !path.startsWith('/log-') ? path : '/aftaler'
