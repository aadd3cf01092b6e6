import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, SecondaryButton } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import type { Merge } from '../merge.ts'
import type { DoublePerson } from '../merge.queries.ts'
import { partyPolicy } from '../party.policy.ts'
import type { LoadedRegister } from '../load-register.ts'
import type { ListedOrganisation, OpenSameness, OrganisationBranch } from '../register.ts'
import { personPaths } from './person.paths.ts'
import { personTexts } from './person.texts.ts'
import { type RegisterAsked, RegisterFound, RegisterPager, RegisterSearch } from './register-search.tsx'
import { registerPaths } from './register.paths.ts'
import { registerTexts } from './register.texts.ts'
import { NamesOf, PostList, UnitTree } from './register-tree.tsx'

interface RegisterProps {
  page: PageContext
  asked: RegisterAsked
  shown: LoadedRegister
  questions: readonly OpenSameness[]
  merges: readonly Merge[]
  doubles: readonly DoublePerson[]
  told?: string | undefined
}

/** Who belongs under whom on the day; those who keep the register see what is still to be told apart, and what was merged. */
export const RegisterPage: FC<RegisterProps> = ({ page, asked, shown, questions, merges, doubles, told }) => {
  const words = pick(registerTexts, page.language)
  const mayKeep = mayDoHere(page, partyPolicy.keepRegister)
  const message = told === undefined ? undefined : words.told[told]
  return (
    <Frame page={page} title={words.title} under="people">
      <Crumbs
        page={page}
        trail={[{ href: atDay(page, personPaths.people), text: pick(personTexts, page.language).people }]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {message && <Message tone="done">{message}</Message>}
      {mayKeep && questions.length > 0 && <Questions page={page} questions={questions} />}
      {mayKeep && doubles.length > 0 && <Doubles page={page} doubles={doubles} />}
      <RegisterSearch page={page} asked={asked} />
      {shown.what === 'found' && <RegisterFound page={page} asked={asked} found={shown} />}
      {shown.what !== 'found' && (
        <div class="register">
          {shown.what === 'tree'
            ? shown.tree.map((organisation) => <Organisation page={page} organisation={organisation} />)
            : shown.organisations.map((organisation) => <ClosedOrganisation page={page} organisation={organisation} />)}
        </div>
      )}
      {shown.what === 'page' && <RegisterPager page={page} asked={asked} total={shown.total} />}
      {mayKeep && merges.length > 0 && <Merges page={page} merges={merges} />}
    </Frame>
  )
}

const Organisation: FC<{ page: PageContext; organisation: OrganisationBranch }> = ({ page, organisation }) => {
  const words = pick(registerTexts, page.language)
  const mayKeep = mayDoHere(page, partyPolicy.keepRegister)
  const { name, organisationId, postCount, posts, units } = organisation
  return (
    <details class="register-organisation">
      <summary>
        <b>{name}</b> {postCount > 0 && <span class="register-count">{words.posts(postCount)}</span>}
      </summary>
      <NamesOf page={page} of={organisation} />
      <PostList page={page} posts={posts} />
      <UnitTree page={page} units={units} />
      {mayKeep && (
        <p class="register-open">
          <a href={atDay(page, registerPaths.organisation(organisationId))}>{words.change(name)}</a>
        </p>
      )}
    </details>
  )
}

/** An organisation of a large register: its posts stand on its own page. */
const ClosedOrganisation: FC<{ page: PageContext; organisation: ListedOrganisation }> = ({ page, organisation }) => {
  const words = pick(registerTexts, page.language)
  const { name, organisationId, postCount } = organisation
  return (
    <div class="register-organisation register-closed">
      <p>
        <a href={atDay(page, registerPaths.organisation(organisationId))}>{name}</a>{' '}
        {postCount > 0 && <span class="register-count">{words.posts(postCount)}</span>}
      </p>
      <NamesOf page={page} of={organisation} />
    </div>
  )
}

const Questions: FC<{ page: PageContext; questions: readonly OpenSameness[] }> = ({ page, questions }) => {
  const words = pick(registerTexts, page.language)
  return (
    <section class="people-part register-questions">
      <h2>{words.questions}</h2>
      <ul>
        {questions.map(({ samenessId, kind, id, name, known, otherId }) => (
          <li>
            <p>{words.question(name, known)}</p>
            {otherId === null && <p class="hint">{words.sameName}</p>}
            <div class="actions">
              {otherId !== null && (
                <a class="ds-button" data-variant="secondary" href={registerPaths.mergeOf(kind, id, otherId)}>
                  {words.same}
                </a>
              )}
              <form method="post" action={registerPaths.another(samenessId)}>
                <button class="quiet" type="submit">
                  {words.another}
                </button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Doubles: FC<{ page: PageContext; doubles: readonly DoublePerson[] }> = ({ page, doubles }) => {
  const words = pick(registerTexts, page.language)
  return (
    <section class="people-part register-questions">
      <h2>{words.doubles}</h2>
      <p class="hint">{words.doubleHint}</p>
      <ul>
        {doubles.map(({ keptId, lostId, name, posts }) => (
          <li>
            <p>{words.doublePerson(name, posts)}</p>
            <a class="ds-button" data-variant="secondary" href={registerPaths.mergeOf('person', keptId, lostId)}>
              {words.same}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Merges: FC<{ page: PageContext; merges: readonly Merge[] }> = ({ page, merges }) => {
  const words = pick(registerTexts, page.language)
  return (
    <section class="people-part register-merges">
      <h2>{words.merges}</h2>
      <ul>
        {merges.map(({ mergeId, lostName, keptName, mergedAt }) => (
          <li>
            <p>
              {words.merged(lostName, keptName)}
              <br />
              <span class="person-facts">{words.mergedAt(formatMoment(mergedAt, page.language))}</span>
            </p>
            <form method="post" action={registerPaths.undo(mergeId)}>
              <SecondaryButton>{words.undo}</SecondaryButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
