interface RuleFacts {
  readonly reason?: string | number
  readonly part?: string | number
  readonly frequency?: string | number
}

type Reasons = Readonly<Record<string, (facts: RuleFacts) => string>>

const danish: Reasons = {
  empty: () => 'Der står ingen regel.',
  bad_part: ({ part }) => `»${part}« er ikke et led i en regel. Skriv NAVN=værdi med semikolon imellem.`,
  unknown_part: ({ part }) => `En regel har intet led, der hedder ${part}.`,
  part_twice: ({ part }) => `${part} står to gange. Skriv leddet én gang.`,
  bad_value: ({ part }) => `»${part}« er ikke en værdi, der kan bruges her.`,
  no_frequency: () => 'Reglen siger ikke, hvor tit. Skriv FREQ=, fx FREQ=WEEKLY.',
  other_calendar: ({ part }) => `Kalenderen ${part} kendes ikke. Her kan kun bruges RSCALE=GREGORIAN.`,
  skip_alone: () => 'SKIP gælder kun sammen med RSCALE=GREGORIAN.',
  count_and_until: () => 'Reglen har både COUNT og UNTIL. Vælg en af dem.',
  only_yearly: ({ frequency }) => `BYWEEKNO hører til FREQ=YEARLY, ikke ${frequency}.`,
  not_here: ({ part, frequency }) => `${part} kan ikke bruges med FREQ=${frequency}.`,
  ordinal_not_here: () =>
    'En ugedag med tal, fx 2MO, kan kun bruges med FREQ=MONTHLY, eller med FREQ=YEARLY uden BYWEEKNO.',
  week_and_month_day: () => 'BYWEEKNO og BYMONTHDAY vælger begge dage, og de kan ikke stå sammen. Vælg en af dem.',
  positions_alone: () => 'BYSETPOS vælger blandt det, et andet BY-led giver. Skriv et, fx BYDAY.',
  needs_time: ({ part }) => `${part} kræver et klokkeslæt, men begyndelsen er en hel dag.`,
  bad_line: ({ part }) => `»${part}« er hverken RRULE, RDATE eller EXDATE.`,
  many_rules: () => 'Der er flere RRULE. Skriv én.',
}

const english: Reasons = {
  empty: () => 'There is no rule.',
  bad_part: ({ part }) => `"${part}" is not a part of a rule. Write NAME=value with semicolons between.`,
  unknown_part: ({ part }) => `A rule has no part called ${part}.`,
  part_twice: ({ part }) => `${part} stands there twice. Write it once.`,
  bad_value: ({ part }) => `"${part}" is not a value that can be used here.`,
  no_frequency: () => 'The rule does not say how often. Write FREQ=, such as FREQ=WEEKLY.',
  other_calendar: ({ part }) => `The calendar ${part} is not known. Only RSCALE=GREGORIAN can be used here.`,
  skip_alone: () => 'SKIP goes only with RSCALE=GREGORIAN.',
  count_and_until: () => 'The rule has both COUNT and UNTIL. Choose one of them.',
  only_yearly: ({ frequency }) => `BYWEEKNO belongs to FREQ=YEARLY, not ${frequency}.`,
  not_here: ({ part, frequency }) => `${part} cannot be used with FREQ=${frequency}.`,
  ordinal_not_here: () =>
    'A weekday with a number, such as 2MO, goes only with FREQ=MONTHLY, or with FREQ=YEARLY without BYWEEKNO.',
  week_and_month_day: () => 'BYWEEKNO and BYMONTHDAY both choose days, and cannot stand together. Choose one of them.',
  positions_alone: () => 'BYSETPOS chooses among what another BY part gives. Write one, such as BYDAY.',
  needs_time: ({ part }) => `${part} needs a time of day, but the start is a whole day.`,
  bad_line: ({ part }) => `"${part}" is neither RRULE, RDATE nor EXDATE.`,
  many_rules: () => 'There are several RRULE. Write one.',
}

const told = (reasons: Reasons, facts: RuleFacts): string =>
  reasons[String(facts.reason)]?.(facts) ?? String(facts.part)

/** Why a rule of recurrence is none. */
export const recurrenceTexts = {
  da: {
    not_a_rule: (facts: RuleFacts) => told(danish, facts),
    unknown_zone: (facts: { zone?: string | number }) => `Tidszonen »${facts.zone}« kendes ikke.`,
    not_a_question: ({ field }: { field?: string | number }) =>
      field === 'json' ? 'Linjen er ikke et JSON-objekt.' : `»${field}« mangler eller kan ikke bruges.`,
  },
  en: {
    not_a_rule: (facts: RuleFacts) => told(english, facts),
    unknown_zone: (facts: { zone?: string | number }) => `The time zone "${facts.zone}" is not known.`,
    not_a_question: ({ field }: { field?: string | number }) =>
      field === 'json' ? 'The line is not a JSON object.' : `"${field}" is missing or cannot be used.`,
  },
}
