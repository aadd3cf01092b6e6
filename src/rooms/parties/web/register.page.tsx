import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, SecondaryButton } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import type { Merge } from '../merge.ts'
import { partyPolicy } from '../party.policy.ts'
import type { OpenSameness, OrganisationBranch } from '../register.ts'
import { personPaths } from './person.paths.ts'
import { personTexts } from './person.texts.ts'
import { registerPaths } from './register.paths.ts'
import { registerTexts } from './register.texts.ts'
import { NamesOf, PostList, UnitTree } from './register-tree.tsx'

interface RegisterProps {
  page: PageContext
  tree: readonly OrganisationBranch[]
  questions: readonly OpenSameness[]
  merges: readonly Merge[]
  told?: string | undefined
}

/** A register of so many posts lists them organisation by organisation. */
const mostPostsShown = 400

/** Who belongs under whom on the day; those who keep the register see what is still to be told apart, and what was merged. */
export const RegisterPage: FC<RegisterProps> = ({ page, tree, questions, merges, told }) => {
  const words = pick(registerTexts, page.language)
  const mayKeep = mayDoHere(page, partyPolicy.keepRegister)
  const areShown = tree.reduce((sum, { postCount }) => sum + postCount, 0) <= mostPostsShown
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
      <p>
        <a href={atDay(page, registerPaths.plans)}>{words.plansLink}</a>
      </p>
      <div class="register">
        {tree.map((organisation) => (
          <Organisation page={page} organisation={organisation} areShown={areShown} />
        ))}
      </div>
      {mayKeep && merges.length > 0 && <Merges page={page} merges={merges} />}
    </Frame>
  )
}

const Organisation: FC<{ page: PageContext; organisation: OrganisationBranch; areShown: boolean }> = ({
  page,
  organisation,
  areShown,
}) => {
  const words = pick(registerTexts, page.language)
  const mayKeep = mayDoHere(page, partyPolicy.keepRegister)
  const { name, organisationId, postCount, posts, units } = organisation
  return (
    <details class="register-organisation">
      <summary>
        <b>{name}</b> {postCount > 0 && <span class="register-count">{words.posts(postCount)}</span>}
      </summary>
      <NamesOf page={page} of={organisation} />
      {areShown && <PostList page={page} posts={posts} />}
      {areShown && <UnitTree page={page} units={units} />}
      {(mayKeep || !areShown) && (
        <p class="register-open">
          <a href={atDay(page, registerPaths.organisation(organisationId))}>
            {mayKeep ? words.change(name) : words.open(name)}
          </a>
        </p>
      )}
    </details>
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
