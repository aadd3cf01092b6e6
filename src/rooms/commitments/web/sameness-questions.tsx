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
}

/** Asks of each name that is nearly one that is known whether it is the same; nothing is chosen for the one who answers. */
export const SamenessQuestions: FC<QuestionsProps> = ({ page, questions, answers, takeAll }) => {
  const words = pick(samenessTexts, page.language)
  return (
    <section class="sameness" aria-labelledby="navne">
      <h2 id="navne">{words.title(questions.length)}</h2>
      <p>{words.intro}</p>
      <p>
        <a href={takeAll}>{words.takeAll}</a>
      </p>
      {questions.map((question) => (
        <Question page={page} question={question} answer={answers.get(question.key)} />
      ))}
      <p class="hint">{words.laterHint}</p>
    </section>
  )
}

const Question: FC<{ page: PageContext; question: SamenessQuestion; answer: SamenessAnswer | undefined }> = ({
  page,
  question,
  answer,
}) => {
  const words = pick(samenessTexts, page.language)
  const { kind, name, place, candidates } = question
  const chosen = answer === undefined || typeof answer === 'string' ? answer : candidateValue(answer.same)
  const within = [kind === 'post' ? place?.unit : null, place?.plan, place?.organisation].find(
    (part) => part !== null && part !== undefined,
  )
  return (
    <fieldset class="sameness-question">
      <legend>
        <span class="sameness-kind">{words.kind[kind]}</span> <b>{name}</b>
        {within !== undefined && <span class="sameness-place"> {words.inPlace(within)}</span>}
      </legend>
      {candidates.map((candidate, index) => (
        <Choice question={question} value={candidateValue(candidate)} isChosen={chosen === candidateValue(candidate)}>
          {words.same(candidate.name)}
          {index === 0 && <span class="person-mark">{words.proposed}</span>}
        </Choice>
      ))}
      <Choice question={question} value="anden" isChosen={answer === 'another'}>
        {words.another[kind]}
      </Choice>
      {mayWait(kind) && (
        <Choice question={question} value="senere" isChosen={answer === 'later'}>
          {words.later}
        </Choice>
      )}
    </fieldset>
  )
}

const Choice: FC<{ question: SamenessQuestion; value: string; isChosen: boolean; children?: unknown }> = ({
  question,
  value,
  isChosen,
  children,
}) => (
  <label class="choice">
    <input type="radio" name={samenessField(question)} value={value} checked={isChosen} required />{' '}
    <span>{children}</span>
  </label>
)
