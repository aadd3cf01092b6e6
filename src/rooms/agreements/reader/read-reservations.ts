import type { AgreementReservation } from '../agreement-format.ts'
import { withoutMarks } from './find-footnotes.ts'
import { readDay, readUntil } from './read-days.ts'
import { sentencesOf } from './read-sentences.ts'
import type { AnswerLine } from './read-sections.ts'

const reserves =
  /(?:med\s+(?:det\s+)?forbehold|tages\s+(?:der\s+)?forbehold|under\s+forudsætning|forudsat\s+at|betinget\s+af|afhængig(?:t)?\s+af\s+(?:yderligere\s+)?(?:finansiering|bevilling|midler)|såfremt\s+(?:der|midlerne|finansieringen|bevillingen))/iu
/** "Gives der ikke tilladelse inden maj, ophører aftalen.": what lapses when something does not happen. */
const lapses =
  /(?:^\p{Lu}\p{Ll}+(?:es|er)|(?<!\p{L})(?:[Hh]vis|[Ss]åfremt|[Dd]ersom))\s[^;]{3,160}?\sikke\s[^;]{3,160}?,\s(?:så\s)?(?:ophører|bortfalder|genforhandles|nedlægges|lukkes|stopper|udgår)(?!\p{L})/u
const temporary =
  /(?:foreløbig(?:t)?|midlertidig(?:t)?|indtil videre)\s+(?:er\s+)?(?:finansier|bevilg|ansat|sikret)|finansiere(?:t|s)\s+(?:foreløbig(?:t)?\s+)?(?:til|indtil|frem til|til og med)\s/iu

/** A reservation, with what the reader must ask about it: a bare year may mean its beginning or its end. */
export interface FoundReservation extends AgreementReservation {
  isYearOnly: boolean
}

/** The conditions in a text, with the day they hold until; sentences of one line that follow each other make one. */
export const readReservations = (lines: AnswerLine[]): FoundReservation[] =>
  lines.flatMap((line) => {
    const found: FoundReservation[] = []
    let lastAt = -2
    sentencesOf(withoutMarks(line.text)).forEach((sentence, at) => {
      if (!reserves.test(sentence) && !temporary.test(sentence) && !lapses.test(sentence)) return
      const day = readUntil(sentence) ?? readDay(sentence)
      const until = typeof day === 'string' ? { day, isYearOnly: false } : day
      const last = found.at(-1)
      if (last !== undefined && lastAt === at - 1) {
        last.text = `${last.text} ${sentence}`
        if (last.until === null && until !== null)
          Object.assign(last, { until: until.day, isYearOnly: until.isYearOnly })
      } else {
        found.push({
          text: sentence,
          until: until?.day ?? null,
          source: line.place,
          isYearOnly: until?.isYearOnly ?? false,
        })
      }
      lastAt = at
    })
    return found
  })
