import { findTypedDay } from '../../../parties/index.ts'
import {
  commentStances,
  decisionOutcomes,
  type ProposalComment,
  type ProposalWords,
} from '../../../agreements/index.ts'
import type { DecisionForm } from '../../revision/decide-proposal.ts'

type Field = (name: string) => string
type FieldError = 'needed' | 'not_a_day'

export interface TypedForm<Value> {
  readonly value: Value
  readonly errors: ReadonlyMap<string, FieldError>
}

const isWrongDay = (text: string): boolean => text !== '' && findTypedDay(text) === undefined

/** Reads what a proposal is called, why it is made and from when it is wanted. */
export const readProposalWords = (field: Field): TypedForm<ProposalWords> => {
  const [title, reason, wanted] = [field('titel'), field('hvorfor'), field('fra')].map((text) => text.trim())
  const errors = new Map<string, FieldError>()
  if (title === '') errors.set('titel', 'needed')
  if (isWrongDay(wanted ?? '')) errors.set('fra', 'not_a_day')
  return {
    value: { title: title ?? '', reason: reason ?? '', wantedFromOn: wanted === '' ? null : (wanted ?? null) },
    errors,
  }
}

/** Reads a comment: it says something, and which way. */
export const readComment = (field: Field): TypedForm<Pick<ProposalComment, 'text' | 'stance'>> => {
  const text = field('kommentar').trim()
  const stance = commentStances.find((known) => known === field('holdning')) ?? 'remark'
  return { value: { text, stance }, errors: new Map(text === '' ? [['kommentar', 'needed']] : []) }
}

type TypedDecision = Omit<DecisionForm, 'proposalId' | 'revision'>

/** Reads a decision; the day of a new version counts only where it is adopted. */
export const readDecision = (field: Field, today: Temporal.PlainDate): TypedForm<TypedDecision> => {
  const errors = new Map<string, FieldError>()
  const outcome = decisionOutcomes.find((known) => known === field('udfald')) ?? 'rejected'
  const decidedOn = findTypedDay(field('besluttet'))
  const from = findTypedDay(field('gaelder'))
  const forum = field('forum').trim()
  if (decidedOn === undefined) errors.set('besluttet', 'not_a_day')
  if (forum === '') errors.set('forum', 'needed')
  if (outcome === 'adopted' && from === undefined) errors.set('gaelder', 'not_a_day')
  const meeting = field('moede').trim()
  return {
    value: {
      outcome,
      decidedOn: decidedOn ?? today,
      forum,
      meetingRef: meeting === '' ? null : meeting,
      note: field('note').trim(),
      from: outcome === 'adopted' ? (from ?? null) : null,
    },
    errors,
  }
}

/** Reads which words were chosen for each section that both changed: the proposal's, the version's, or words of one's own. */
export const readChosen = (
  field: Field,
  conflicts: readonly { readonly key: string; readonly mine: string; readonly theirs: string }[],
): Map<string, string> =>
  new Map(
    conflicts.flatMap(({ key, mine, theirs }) => {
      const choice = field(`valg-${key}`)
      if (choice === 'forslag') return [[key, mine] as const]
      if (choice === 'version') return [[key, theirs] as const]
      const own = field(`ord-${key}`).replaceAll(/\r\n?/g, '\n').trim()
      return choice === 'egne' && own !== '' ? [[key, own] as const] : []
    }),
  )
