import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { type KnownPerson, type PostChoice, wholePostWords } from '../party.ts'
import { partyTexts } from '../party.texts.ts'
import type { InviteError, InviteTyped } from './invite.form.ts'
import { inviteTexts } from './invite.texts.ts'
import { personPaths } from './person.paths.ts'
import { personTexts } from './person.texts.ts'

interface InviteProps {
  page: PageContext
  posts: readonly PostChoice[]
  typed: InviteTyped
  errors: ReadonlyMap<keyof InviteTyped, InviteError>
  refusal?: string | undefined
  /** Who holds the post and may be replaced. */
  present?: string | undefined
  /** People of the same name to choose among. */
  namesakes?: readonly KnownPerson[]
}

/** The form that invites a person to a post. */
export const InvitePage: FC<InviteProps> = (props) => {
  const { page, posts, typed, errors, refusal } = props
  const words = pick(inviteTexts, page.language)
  const sentences = { ...words.errors, mail_address_wrong: pick(partyTexts, page.language).mail_address_wrong }
  const field = (name: keyof InviteTyped) => {
    const error = errors.get(name)
    return { name, value: typed[name], ...(error === undefined ? {} : { error: sentences[error] }) }
  }
  return (
    <Frame page={page} title={words.title} under="people">
      <Crumbs
        page={page}
        trail={[{ href: personPaths.people, text: pick(personTexts, page.language).people }]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {refusal && <Message tone="refused">{refusal}</Message>}
      <form class="form" method="post" action={personPaths.invite}>
        <input type="hidden" name="nr" value={typed.nr} />
        <SamePersonChoice {...props} />
        <TextField {...field('navn')} label={words.name} required />
        <TextField {...field('mail')} label={words.email} type="email" required />
        <TextField {...field('funktion')} label={words.post} hint={words.postHint} list="funktioner" />
        <datalist id="funktioner">
          {posts.map((post) => (
            <option>{wholePostWords(post)}</option>
          ))}
        </datalist>
        <NewPost {...props} field={field} />
        <TextField {...field('fra')} label={words.from} type="date" required />
        <Replace {...props} />
        <p class="actions">
          <PrimaryButton>{words.send}</PrimaryButton>
        </p>
      </form>
    </Frame>
  )
}

interface FieldOf {
  field: (name: keyof InviteTyped) => { name: string; value: string; error?: string }
}

const NewPost: FC<InviteProps & FieldOf> = ({ page, posts, typed, field }) => {
  const words = pick(inviteTexts, page.language)
  const isOpen = [typed.titel, typed.organisation, typed.plan, typed.enhed].some((part) => part !== '')
  const distinct = (texts: readonly (string | null)[]) => [...new Set(texts.filter((text) => text !== null))]
  return (
    <details class="people-new" open={isOpen}>
      <summary>{words.newPost}</summary>
      <div class="form">
        <p class="hint">{words.newPostHint}</p>
        <TextField {...field('titel')} label={words.postTitle} />
        <TextField {...field('organisation')} label={words.organisation} list="organisationer" />
        <TextField {...field('plan')} label={words.plan} list="planer" />
        <TextField {...field('enhed')} label={words.unit} />
      </div>
      <datalist id="organisationer">
        {distinct(posts.map(({ organisation }) => organisation)).map((name) => (
          <option>{name}</option>
        ))}
      </datalist>
      <datalist id="planer">
        {distinct(posts.map(({ plan }) => plan)).map((name) => (
          <option>{name}</option>
        ))}
      </datalist>
    </details>
  )
}

const Replace: FC<InviteProps> = ({ page, present, typed }) =>
  present === undefined ? null : (
    <div class="field tick">
      <input type="checkbox" id="felt-afloeser" name="afloeser" value="ja" checked={typed.afloeser === 'ja'} />
      <label for="felt-afloeser">{pick(inviteTexts, page.language).replace(present)}</label>
    </div>
  )

/** Which of the people of the name it is, where there are several. */
export const SamePersonChoice: FC<Pick<InviteProps, 'page' | 'namesakes'> & { typed: { samme: string } }> = ({
  page,
  namesakes,
  typed,
}) => {
  const words = pick(inviteTexts, page.language)
  if (namesakes === undefined || namesakes.length === 0)
    return typed.samme === '' ? null : <input type="hidden" name="samme" value={typed.samme} />
  const choices = [
    ...namesakes.map(({ personId, name, posts }) => ({ value: personId, label: words.same(name, posts) })),
    { value: 'anden', label: words.another },
  ]
  return (
    <fieldset class="choices">
      <legend>{words.sameTitle}</legend>
      {choices.map(({ value, label }) => (
        <div class="field tick">
          <input type="radio" id={`felt-samme-${value}`} name="samme" value={value} required />
          <label for={`felt-samme-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  )
}
