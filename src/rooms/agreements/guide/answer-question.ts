import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../../access/index.ts'
import { correctDraft } from '../correct-draft.ts'
import { getDraft } from '../draft.queries.ts'
import { type AnswerReading, correctionBy } from './answered.rules.ts'
import type { GuideStep } from './guide-step.ts'
import { answerOf } from './guide-steps.rules.ts'

interface TypedAnswer {
  readonly step: GuideStep
  readonly text: string
  /** The answer as it stood when the form was opened. */
  readonly seen: string
}

/**
 * Writes an answer of the guide into the draft, as a correction like any other. Throws Refused('draft_changed_meanwhile') where the
 * answer is no longer what the person saw; an answer that says nothing new changes nothing.
 */
export const answerQuestion = async (
  platform: Platform,
  actor: Actor,
  draftId: string,
  { step, text, seen, ...reading }: TypedAnswer & AnswerReading,
): Promise<void> => {
  const { document } = await readAs(platform, actor, (tx) => getDraft(tx, draftId))
  const stands = answerOf(document, step)
  if (sameText(stands, text)) return
  if (!sameText(stands, seen)) throw new Refused('draft_changed_meanwhile')
  const correction = correctionBy(document, step, text, reading)
  if (correction !== null) await correctDraft(platform, actor, draftId, correction)
}

/** A form sends line ends of its own, and nobody sees blanks at the end. */
const sameText = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()
