/**
 * Why a place could not be had: `gave_way` another got it · `taken_already` something had it before · `not_confirmed` nobody said it would be
 * used · `said_no` whoever has it said no · `given_up` those who had it gave it up · `taken_back` whoever has it took their yes back.
 */
export type NoReason = 'gave_way' | 'taken_already' | 'not_confirmed' | 'said_no' | 'given_up' | 'taken_back'

export const noReasons: readonly NoReason[] = [
  'gave_way',
  'taken_already',
  'not_confirmed',
  'said_no',
  'given_up',
  'taken_back',
]

/** Those a booking is told with: that somebody said no, or gave it up, its state says already. */
export type AnswerCode = Exclude<NoReason, 'said_no' | 'given_up'>

export const answerCodes: readonly AnswerCode[] = ['gave_way', 'taken_already', 'not_confirmed', 'taken_back']
