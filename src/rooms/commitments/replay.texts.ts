type Facts = Readonly<Record<string, string | number>>

/** Why a replay cannot be made, as told on the command line. */
export const replayTexts = {
  da: {
    evidence_line_broken: ({ line }: Facts) => `Linje ${line} i beviserne er ikke JSON.`,
    evidence_line_lacks: ({ line, field }: Facts) =>
      `Linje ${line} i beviserne mangler et gyldigt "${field}". Skriv fx {"commitment":"a1/k1","on":"2014-03-02","quantity":1}.`,
    evidence_of_unknown: ({ line, commitment }: Facts) =>
      `Linje ${line} i beviserne nævner løftet ${commitment}, som aftalen ikke har.`,
    evidence_not_a_day: ({ line, on }: Facts) => `Linje ${line} i beviserne: ${on} er ikke en dag, der findes.`,
    evidence_outside_agreement: ({ line, on, from, to }: Facts) =>
      `Linje ${line} i beviserne: ${on} ligger uden for aftalen, der gælder ${from} til ${to}.`,
    replay_not_a_day: ({ option, day }: Facts) => `${option} ${day} er ikke en dag, der findes. Skriv fx 2013-01-01.`,
    replay_from_after_to: ({ from, to }: Facts) => `--from ${from} ligger efter --to ${to}.`,
    replay_too_long: ({ years }: Facts) => `Højst ${years} år ad gangen.`,
    replay_no_days: () => 'Aftalen siger ikke, hvornår den gælder. Giv både --from og --to.',
  },
  en: {
    evidence_line_broken: ({ line }: Facts) => `Line ${line} of the evidence is not JSON.`,
    evidence_line_lacks: ({ line, field }: Facts) =>
      `Line ${line} of the evidence lacks a valid "${field}". Write for example {"commitment":"a1/k1","on":"2014-03-02","quantity":1}.`,
    evidence_of_unknown: ({ line, commitment }: Facts) =>
      `Line ${line} of the evidence names the commitment ${commitment}, which the agreement does not have.`,
    evidence_not_a_day: ({ line, on }: Facts) => `Line ${line} of the evidence: ${on} is not a day that exists.`,
    evidence_outside_agreement: ({ line, on, from, to }: Facts) =>
      `Line ${line} of the evidence: ${on} lies outside the agreement, which applies ${from} to ${to}.`,
    replay_not_a_day: ({ option, day }: Facts) =>
      `${option} ${day} is not a day that exists. Write for example 2013-01-01.`,
    replay_from_after_to: ({ from, to }: Facts) => `--from ${from} lies after --to ${to}.`,
    replay_too_long: ({ years }: Facts) => `At most ${years} years at a time.`,
    replay_no_days: () => 'The agreement does not say when it applies. Give both --from and --to.',
  },
}
