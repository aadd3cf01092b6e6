import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import {
  candidateValue,
  mayWait,
  type SamenessAnswer,
  type SamenessAnswers,
  samenessField,
  type SamenessQuestion,
  samenessTexts,
} from '../../parties/index.ts'

interface QuestionsProps {
  page: PageContext
  questions: readonly SamenessQuestion[]
  answers: SamenessAnswers
  /** Where the page stands with every proposal chosen. */
  takeAll: string
  /** What is said first, where it is another thing than an agreement that comes into force. */
  intro?: string
  /** The form may be sent without answers: it does something that needs none too. */
  isOptional?: boolean
}

/** Asks of each name that is nearly one that is known whether it is the same; nothing is chosen for the one who answers. */
export const SamenessQuestions: FC<QuestionsProps> = ({
  page,
  questions,
  answers,
  takeAll,
  intro,
  isOptional = false,
}) => {
  const words = pick(samenessTexts, page.language)
  return (
    <section class="sameness" aria-labelledby="navne">
      <h2 id="navne">{words.title(questions.length)}</h2>
      <p>{intro ?? words.intro}</p>
      <p>
        <a href={takeAll}>{words.takeAll}</a>
      </p>
      {questions.map((question) => (
        <Question page={page} question={question} answer={answers.get(question.key)} isNeeded={!isOptional} />
      ))}
      <p class="hint">{words.laterHint}</p>
    </section>
  )
}

interface QuestionProps {
  page: PageContext
  question: SamenessQuestion
  answer: SamenessAnswer | undefined
  isNeeded: boolean
}

const Question: FC<QuestionProps> = ({ page, question, answer, isNeeded }) => {
  const words = pick(samenessTexts, page.language)
  const { kind, name, place, candidates } = question
  const chosen = answer === undefined || typeof answer === 'string' ? answer : candidateValue(answer.same)
  const within = [kind === 'post' ? place?.unit : null, place?.plan, place?.organisation].find(
    (part) => part !== null && part !== undefined,
  )
  const asked = { question, isNeeded }
  return (
    <fieldset class="sameness-question">
      <legend>
        <span class="sameness-kind">{words.kind[kind]}</span> <b>{name}</b>
        {within !== undefined && <span class="sameness-place"> {words.inPlace(within)}</span>}
      </legend>
      {candidates.map((candidate, index) => (
        <Choice {...asked} value={candidateValue(candidate)} isChosen={chosen === candidateValue(candidate)}>
          {words.same(candidate.name)}
          {index === 0 && <span class="person-mark">{words.proposed}</span>}
        </Choice>
      ))}
      <Choice {...asked} value="anden" isChosen={answer === 'another'}>
        {words.another[kind]}
      </Choice>
      {mayWait(kind) && (
        <Choice {...asked} value="senere" isChosen={answer === 'later'}>
          {words.later}
        </Choice>
      )}
    </fieldset>
  )
}

interface ChoiceProps {
  question: SamenessQuestion
  value: string
  isChosen: boolean
  isNeeded: boolean
  children?: unknown
}

const Choice: FC<ChoiceProps> = ({ question, value, isChosen, isNeeded, children }) => (
  <label class="choice">
    <input type="radio" name={samenessField(question)} value={value} checked={isChosen} required={isNeeded} />{' '}
    <span>{children}</span>
  </label>
)
