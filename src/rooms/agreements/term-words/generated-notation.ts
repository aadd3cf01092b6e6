import fc from 'fast-check'

const one = (...texts: string[]) => fc.constantFrom(...texts)
const two = (number: number): string => String(number).padStart(2, '0')
const number = (min: number, max: number) => fc.integer({ min, max }).map(String)
const several = (values: readonly string[], most: number) =>
  fc.subarray([...values], { minLength: 1, maxLength: most }).map((list) => list.join(','))

const dayOfYear = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `${two(month)}-${two(day)}`)
const year = number(2000, 2099)
const day = fc.tuple(year, dayOfYear).map((parts) => parts.join('-'))
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([ofYear, name]) => `${ofYear}-${two(name)}`)
const date = fc.oneof(day, month, year)
const looseDate = fc.oneof(
  date,
  fc.tuple(year, one('SPRING', 'LATE_AUTUMN', 'Q3', 'W34', '06(MIDDLE)', '03(END)')).map((parts) => parts.join('-')),
)
const length = one('P1Y', 'P6M', 'P2M', 'P14D', 'P1W', 'P3M..P6M', 'P10D')
const hours = one('PT45M', 'PT2H', 'PT1H30M', 'PT2H15M')
const anyBound = one('=', '>=', '<=', '<', '>')
const agreedBound = one('=', '>=', '<=')
const perPeriod = one('', '/YEAR', '/WEEK', '/QUARTER', '/2WEEKS', '/2017')
const per = one('', ' per=plan', ' per=area', ' per=project period', ' per=child')
const unit = one('', ' unit=young people', ' unit=hours', ' unit=public part-time jobs', ' unit=prøveværksteder')
const clock = fc.integer({ min: 6, max: 15 }).map((hour) => `${two(hour)}:30-${two(hour + 3)}:00`)
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''))

/** Values of every key but those that mean something only beside another key. */
const alone: Readonly<Record<string, fc.Arbitrary<string>>> = {
  SHARE: joined(anyBound, number(1, 100), one('%', '.5%')),
  AT: joined(one('='), one('SEASON_END', 'PROJECT_END', 'COURSE_START', 'YEAR_END')),
  THRESHOLD: joined(one('<', '>'), one('10%', '100 unit=persons', 'P3M', '1/3')),
  RATIO: joined(anyBound, one('1/2', '1/3', '2/3', '15/37')),
  QUORUM: joined(one('>=', '>'), one('1/2', '50%', '5')),
  CANCEL_IF: one('=participants<8', '=children<=5'),
  DATE: looseDate.map((value) => `=${value}`),
  AMOUNT: joined(agreedBound, one('500', '12.5', '2000000', '500..800'), one(' DKK'), perPeriod, per),
  PAYMENT: one('=MONTHLY', '=QUARTERLY', '=HALFYEARLY', '=YEARLY'),
  TIMING: one('=IN_ADVANCE', '=IN_ARREARS'),
  AVAILABLE: one('=ANYTIME'),
  COUNT_PER_PERIOD: joined(agreedBound, one('1', '2', '4', '15', '2..4')),
  TOTAL: one('=4/YEAR', '=2/YEAR'),
  POSITION: one('=FIRST_MEETING'),
  BYDAY: fc
    .oneof(
      several(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], 7),
      several(['1TU', '3TU', '-1WE', '2FR'], 2),
      one('LAST_WORKDAY', 'FIRST_WORKDAY'),
    )
    .map((days) => `=${days}`),
  BYMONTH: several(['1', '2', '3', '6', '9', '12'], 6).map((months) => `=${months}`),
  BYQUARTER: one('=1', '=2,4'),
  WEEKPARITY: one('=ODD', '=EVEN'),
  SEASON: one('=SPRING', '=LATE_AUTUMN', '=2018-SUMMER', '=SPRING,AUTUMN'),
  DAYPART: one('=MORNING', '=AFTERNOON', '=EVENING', '=NIGHT'),
  TIME: clock.map((span) => `=${span}`),
  START: one('=18:00', '=09:30'),
  ON: fc.oneof(dayOfYear, one('01', '15')).map((value) => `=${value}`),
  EXCEPT_BYMONTH: one('=7', '=7,8', '=6,7,8'),
  EXCLUDE_TIME: one('=12:00-12:30'),
  DURATION: joined(agreedBound, length),
  SESSION: joined(agreedBound, hours),
  QUANTITY: joined(anyBound, one('1', '7.5', '25..30', '2000'), perPeriod, unit, per),
  DEADLINE_REL: joined(
    one('='),
    one('meeting-', 'project_end+', 'YEAR_END+', 'reference_date+', '01-01+', 'værksted-'),
    one('P8D', 'P1W', 'P3M,P6M'),
  ),
  DEADLINE: fc.oneof(looseDate, dayOfYear, one('ASAP', 'ROLLING', '01-01,07-01')).map((value) => `=${value}`),
  VALID: fc
    .oneof(
      joined(date, one('/..')),
      joined(one('../'), date),
      fc.tuple(date, date).map((ends) => ends.join('/')),
      year,
    )
    .map((value) => `=${value}`),
  PERIOD: one('=NEXT_YEAR', '=2024'),
  HORIZON: one('=P1Y', '=2020'),
  NOTICE: joined(anyBound, one('P1M', 'P14D', 'P1W', 'P3M')),
  NOTICE_TO: one('=MONTH_END', '=YEAR_END'),
  FORM: one('=WRITTEN'),
  ROTATION: one('=convenor', '=host', '=chair', '=responsible', '=venue', '=responsible(8 caretakers)'),
  TRIGGER: one('=chair', '=members>=1/3', '=chair|members>1/2', '=members>=3', '=request', '=reduction', '=suppress'),
  SCOPE: one('=extraordinary', '=participants'),
  APPROX: one('=true'),
  TYPICAL: one('=true'),
  DEFAULT: one('=true'),
  EXPECTED: one('=true'),
  EXAMPLE: one('=true'),
}

const calendar = one('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')
const rhythm = fc.oneof(
  fc.constant<string[]>([]),
  one('CONTINUOUS', 'ON_DEMAND', 'AD_HOC', 'FIXED_UNSPECIFIED', 'UNSPECIFIED_REGULAR').map((freq) => [`FREQ=${freq}`]),
  calendar.map((freq) => [`FREQ=${freq}`]),
  fc.tuple(calendar, one('2', '3', '13', '6..8')).map(([freq, nth]) => [`FREQ=${freq}`, `INTERVAL=${nth}`]),
)

/** The terms of one rule of the notation, one to eight of any keys, every one with a value the notation allows. */
export const generatedRule: fc.Arbitrary<string[]> = fc
  .tuple(rhythm, fc.subarray(Object.keys(alone), { minLength: 1, maxLength: 6 }), fc.boolean())
  .chain(([lead, keys, isBefore]) =>
    fc
      .tuple(...keys.map((key) => (alone[key] ?? one('=')).map((value) => `${key}${value}`)))
      .map((terms) => [
        ...lead,
        ...terms,
        ...(isBefore && terms.some((term) => /^DEADLINE=\d/.test(term)) ? ['BOUND=BEFORE'] : []),
      ]),
  )
