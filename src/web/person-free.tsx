import type { FC } from 'hono/jsx'
import { pick } from '../platform/language.ts'
import { type Finding, personFreeTexts } from '../rooms/access/index.ts'
import { TextField } from './components.tsx'
import type { PageContext } from './page-context.ts'

interface PersonFreeProps {
  page: Pick<PageContext, 'language'>
  text: string
  findings: readonly Finding[]
}

/** A text with what may tell who a person is marked in it, and a sentence for each kind of it. Nothing where there is none. */
export const PersonFreeFindings: FC<PersonFreeProps> = ({ page, text, findings }) => {
  if (findings.length === 0) return null
  const words = pick(personFreeTexts, page.language)
  return (
    <section class="person-free" aria-label={words.title(findings.length)}>
      <p class="person-free-title">{words.title(findings.length)}</p>
      <p class="person-free-text" lang="da">
        {piecesOf(text, findings).map((piece) => (piece.isFound ? <mark>{piece.text}</mark> : piece.text))}
      </p>
      <ul class="person-free-kinds">
        {[...Map.groupBy(findings, ({ kind }) => kind)].map(([kind, some]) => (
          <li>
            <strong lang="da">{listed(some.map(({ at, length }) => text.slice(at, at + length)))}</strong>:{' '}
            {words.kinds[kind]}{' '}
            <span class="hint">
              {words.write} {listed(some.map(({ suggestion }) => suggestion))}
            </span>
          </li>
        ))}
      </ul>
      <p class="hint">{words.instead}</p>
      <p class="hint">{words.yours}</p>
    </section>
  )
}

interface PersonFreeFieldProps extends PersonFreeProps {
  name: string
  label: string
  rows?: number
}

/** A box to write a text in that is to hold nobody; what may tell who somebody is stands below it, as a warning. */
export const PersonFreeField: FC<PersonFreeFieldProps> = ({ page, name, label, text, findings, rows }) => (
  <div class="person-free-field">
    <TextField
      name={name}
      label={label}
      value={text}
      hint={pick(personFreeTexts, page.language).hint}
      rows={rows ?? 8}
    />
    <PersonFreeFindings page={page} text={text} findings={findings} />
  </div>
)

interface Piece {
  readonly text: string
  readonly isFound: boolean
}

const piecesOf = (text: string, findings: readonly Finding[]): Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const { at, length } of findings) {
    pieces.push({ text: text.slice(from, at), isFound: false }, { text: text.slice(at, at + length), isFound: true })
    from = at + length
  }
  return [...pieces, { text: text.slice(from), isFound: false }].filter((piece) => piece.text !== '')
}

const listed = (suggestions: readonly string[]): string => [...new Set(suggestions)].map((one) => `»${one}«`).join(', ')
