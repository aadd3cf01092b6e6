import { Refused } from '../../../platform/refused.ts'
import type { WebContext } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { bookingRefusalTexts } from '../../calendar/index.ts'
import { editGroupTexts } from '../group/edit-group.texts.ts'
import { clashTexts } from '../planning/clash.texts.ts'
import { groupTexts } from '../group/group.texts.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { paperTexts } from '../agenda/paper.texts.ts'
import { pollTexts } from '../poll/poll.texts.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'

const texts = [
  meetingTexts,
  groupTexts,
  editGroupTexts,
  minutesTexts,
  bookingRefusalTexts,
  pollTexts,
  clashTexts,
  paperTexts,
]

/** The sentence for an expected no; anything else is thrown on. */
export const wordsFor = (c: WebContext, error: unknown): string => {
  if (!(error instanceof Refused) || !texts.some(({ da }) => Object.hasOwn(da, error.code))) throw error
  return refusalWords(texts, error, c.get('language'))
}
