import type { FC } from 'hono/jsx'
import { type Language, pick } from '../../../platform/language.ts'
import { Refused } from '../../../platform/refused.ts'
import { ChoiceField, PrimaryButton, TextField } from '../../../web/components.tsx'
import { refusalWords } from '../../../web/refusal-words.ts'
import { calendarTexts } from '../calendar.texts.ts'
import type { MoveCheck } from '../check-move.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { moveTexts } from '../move.texts.ts'
import { seriesTexts } from '../series.texts.ts'
import { calendarPaths } from './calendar.paths.ts'

/** What stood in the form for moving a time. */
export interface TypedMove {
  readonly dag: string
  readonly fra: string
  readonly til: string
  /** The venue it is moved to; '' = where its activity is. */
  readonly sted: string
  readonly hvorfor: string
}

/** The venues it can be moved to, and the name of the usual one. */
export interface MovePlaces {
  readonly usual: string | null
  readonly others: readonly (readonly [value: string, text: string])[]
}

interface MoveFormProps {
  language: Language
  occurrence: ListedOccurrence
  typed: TypedMove
  places: MovePlaces
  /** What the move that stands in the form would come to. */
  checked: MoveCheck | null
}

/** Which time, as it was when the form was shown, and what is to be done to it. */
export const Seen: FC<{ occurrence: ListedOccurrence; does: string }> = ({ occurrence, does }) => (
  <>
    <input type="hidden" name="udgave" value={occurrence.version} />
    <input type="hidden" name="goer" value={does} />
  </>
)

/** Moves a time to another moment or venue; what that would come to can be seen first. */
export const MoveForm: FC<MoveFormProps> = ({ language, occurrence, typed, places, checked }) => {
  const words = pick(calendarTexts, language)
  const more = pick(moveTexts, language)
  const path = calendarPaths.occurrence(occurrence.occurrenceId)
  return (
    <section aria-labelledby="flyt">
      <h2 id="flyt">{words.move}</h2>
      <form class="form" method="post" action={path}>
        <Seen occurrence={occurrence} does="flyt" />
        <div class="series-when">
          <TextField name="dag" label={words.moveDay} type="date" value={typed.dag} />
          <TextField name="fra" label={words.moveFrom} value={typed.fra} />
          <TextField name="til" label={words.moveTo} value={typed.til} />
        </div>
        <ChoiceField
          name="sted"
          label={more.where}
          value={typed.sted}
          choices={[['', more.asUsual(places.usual)], ...places.others]}
        />
        <TextField name="hvorfor" label={words.moveWhy} value={typed.hvorfor} maxlength={200} />
        {checked !== null && <Checked language={language} checked={checked} />}
        <p class="actions">
          <PrimaryButton>{words.move}</PrimaryButton>
          <button class="ds-button" data-variant="secondary" type="submit" formmethod="get" formaction={`${path}#flyt`}>
            {more.look}
          </button>
        </p>
      </form>
    </section>
  )
}

const Checked: FC<{ language: Language; checked: MoveCheck }> = ({ language, checked }) => {
  const { tone, lines } = toldCheck(checked, language)
  return (
    <div class={tone === 'good' ? 'message message-done' : 'found-collisions'}>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  )
}

/** What a move would come to, in words: `bad` it cannot be made, `warn` it can, knowingly. */
export const toldCheck = ({ place, collisions }: MoveCheck, language: Language) => {
  const words = pick(moveTexts, language)
  if (place instanceof Refused) {
    const line = `✕ ${refusalWords([seriesTexts], place, language)}`
    return { tone: 'bad' as const, lines: [line] }
  }
  const found = collisions.map(({ title, organisation }) => `! ${words.collides(title, organisation)}`)
  return {
    tone: found.length > 0 ? ('warn' as const) : ('good' as const),
    lines: [`✓ ${words[place]}`, ...(found.length > 0 ? found.slice(0, 4) : [`✓ ${words.clear}`])],
  }
}
