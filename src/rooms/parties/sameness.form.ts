import type { SamenessAnswer, SamenessAnswers, SamenessCandidate, SamenessKind, SamenessQuestion } from './sameness.ts'

/** What the field of a question is called. */
export const samenessField = (question: SamenessQuestion): string => `samme ${question.key}`

/** The value that says that the name is of this candidate. */
export const candidateValue = ({ id, name }: SamenessCandidate): string =>
  id === null ? `navn ${name}` : `kendt ${id}`

/** Whether a question of the kind may wait: of people and plans the answer is needed at once, since promises hang on them. */
export const mayWait = (kind: SamenessKind): boolean => kind === 'organisation' || kind === 'unit' || kind === 'post'

/** Reads the answers a form gives to the questions; one that names what is no candidate any more is no answer. */
export const readAnswers = (form: FormData, questions: readonly SamenessQuestion[]): SamenessAnswers =>
  new Map(
    questions.flatMap((question) => {
      const said = form.get(samenessField(question))
      const answer = typeof said === 'string' ? readAnswer(said, question) : undefined
      return answer === undefined ? [] : [[question.key, answer] as const]
    }),
  )

const readAnswer = (said: string, { kind, candidates }: SamenessQuestion): SamenessAnswer | undefined => {
  if (said === 'anden') return 'another'
  if (said === 'senere') return mayWait(kind) ? 'later' : undefined
  const same = candidates.find((candidate) => candidateValue(candidate) === said)
  return same === undefined ? undefined : { same }
}
