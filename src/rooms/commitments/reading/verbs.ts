import type { CommitmentKind } from '../../agreements/index.ts'

/**
 * What doing a verb means in an agreement: a kind of commitment, `light` where only the object tells ("hold a meeting",
 * "hold a course"), `state` where nothing is done at all ("consists of", "wishes").
 */
export type VerbSense = CommitmentKind | 'light' | 'state'

const verbSenses: readonly VerbSense[] = [
  'light',
  'meeting',
  'session',
  'presence',
  'payment',
  'planning',
  'staffing',
  'notice',
  'inform',
  'availability',
  'task',
  'state',
]

const infinitivesBySense: Record<VerbSense, string> = {
  light: `afholde holde lave arrangere gennemføre udføre facilitere foregå løbe deltage indgå ske varetage forestå stå sørge
    stille have tilbyde tage give yde lægge finde afvikle påtage få medvirke fortsætte forpligte etablere oprette drive
    igangsætte starte køre åbne bemande udbyde bruge modtage gå`,
  meeting: 'mødes indkalde sparre',
  session: 'undervise træne',
  presence: 'placere tilknytte fremmøde træffe',
  payment: `betale finansiere medfinansiere frikøbe dække udbetale refundere fakturere opkræve aflønne afregne bekoste
    bevilge honorere overføre godtgøre indbetale`,
  planning: `planlægge tilrettelægge koordinere aftale fastlægge fastsætte evaluere udvikle drøfte revidere prioritere
    organisere ajourføre opdatere genforhandle justere tilpasse videreudvikle beslutte`,
  staffing: 'ansætte udlåne udpege afsætte frigøre genansætte udstationere',
  notice: 'varsle opsige ophøre',
  inform: `orientere informere underrette reklamere markedsføre videregive videreformidle sende udsende forelægge fortælle
    rapportere afrapportere indberette meddele annoncere offentliggøre oplyse viderelevere fremsende advisere aflægge fremlægge
    invitere inddrage høre præsentere formidle omdele`,
  availability: 'udleje',
  task: `samarbejde bidrage støtte understøtte guide rekruttere henvise opsamle indsamle bistå rådgive hjælpe sikre følge
    udarbejde skabe motivere registrere dokumentere vedligeholde opsøge kontakte introducere brobygge udvælge arbejde
    hente levere oversætte vejlede visitere behandle tilmelde forankre overtage videreføre implementere udbrede brede
    efterse vælge spille passe fastholde samle administrere lede styre repræsentere undersøge anvise formulere opbygge knytte supplere gøre
    skaffe matche følges udfylde passe rydde rengøre føre opfølge supervisere uddanne oplære hverve besøge ringe
    holdes tovholde servicere anvende nedsætte beskrive udgive skiftes udlevere låne skifte pleje udvide forlænge vurdere måle spørge
    flytte tælle svare reservere trykke melde slette tale læse reparere beslutte se kigge snakke diskutere producere trykke hænge opsætte optælle måle bakke vise anbefale ansøge søge sende
    tilslutte dele udfærdige redigere skrive bestille indhente indkøbe købe male bygge ledsage følge styrke`,
  state: `være bestå omfatte gælde kende forvente ønske mene håbe tilstræbe udgøre indeholde handle kræve betyde
    opleve opnå undgå blive benytte forhindre danne sigte tilhøre vise lære fungere løfte rumme bo leve ligge komme mangle hedde koste hænge føle tro begynde slutte vare falde påhvile`,
}

const irregularPresent = new Map([
  ['er', 'være'],
  ['har', 'have'],
  ['gør', 'gøre'],
  ['offentliggør', 'offentliggøre'],
  ['frigør', 'frigøre'],
  ['godtgør', 'godtgøre'],
  ['udgør', 'udgøre'],
  ['mødes', 'mødes'],
  ['skiftes', 'skiftes'],
])

const irregularParticiple = new Map([
  ['ansat', 'ansætte'],
  ['nedsat', 'nedsætte'],
  ['fastsat', 'fastsætte'],
  ['afsat', 'afsætte'],
  ['opsagt', 'opsige'],
  ['planlagt', 'planlægge'],
  ['tilrettelagt', 'tilrettelægge'],
  ['fastlagt', 'fastlægge'],
  ['forelagt', 'forelægge'],
  ['lagt', 'lægge'],
  ['indgået', 'indgå'],
  ['truffet', 'aftale'],
  ['udsendt', 'udsende'],
  ['fulgt', 'følge'],
])

/** Present forms that are far oftener nouns in agreements ("møder", "leder", "guider", "lærer"). */
const nounsRather = new Set(`leder guider lærer træner rammer tovholder`.split(' '))

type VerbForm = 'present' | 'passive' | 'infinitive' | 'participle'

interface KnownForm {
  lemma: string
  form: VerbForm
}

const senses = new Map<string, VerbSense>()
const forms = new Map<string, KnownForm>()

const addForms = (lemma: string): void => {
  const put = (written: string, form: VerbForm): void => {
    if (!forms.has(written) && !nounsRather.has(written)) forms.set(written, { lemma, form })
  }
  put(lemma, lemma.endsWith('s') ? 'present' : 'infinitive')
  put(`${lemma}r`, 'present')
  put(`${lemma}s`, 'passive')
  const stem = lemma.replace(/e$/u, '')
  put(`${stem}et`, 'participle')
  put(`${stem}t`, 'participle')
  if (/([bdgklmnprst])\1$/u.test(stem)) put(`${stem.slice(0, -1)}t`, 'participle')
}

const addSense = (sense: VerbSense, lemmas: string): void => {
  for (const lemma of lemmas.split(/\s+/u)) {
    if (!senses.has(lemma)) senses.set(lemma, sense)
    addForms(lemma)
  }
}

for (const sense of verbSenses) addSense(sense, infinitivesBySense[sense])
for (const noun of ['samarbejdet', 'arbejdet', 'tilbudt', 'talt']) forms.delete(noun)
for (const [written, lemma] of irregularPresent) forms.set(written, { lemma, form: 'present' })
for (const [written, lemma] of irregularParticiple) forms.set(written, { lemma, form: 'participle' })

export type Modal = 'skal' | 'vil' | 'kan'

const modals = new Map<string, Modal>([
  ['skal', 'skal'],
  ['bør', 'skal'],
  ['må', 'kan'],
  ['vil', 'vil'],
  ['kan', 'kan'],
  ['kunne', 'kan'],
  ['ville', 'vil'],
])

/** Words that are a post's name or a plural as well as a verb; only their place tells. */
export const isRatherNoun = (word: string): boolean => nounsRather.has(word.toLowerCase())

/** The modal a word is, in its plain form; `null` for other words. */
export const modalOf = (word: string): Modal | null => modals.get(word.toLowerCase()) ?? null

/** The verb a word is a form of, or `null`. Nouns made of verbs are read by `verbInNoun`. */
export const verbFormOf = (word: string): KnownForm | null => forms.get(word.toLowerCase()) ?? null

/** Whether a word may be the verb in the second place of a sentence. */
export const isFiniteForm = (word: string): boolean => {
  const form = verbFormOf(word)?.form
  return form === 'present' || form === 'passive' || modalOf(word) !== null || nounsRather.has(word.toLowerCase())
}

export const senseOfVerb = (lemma: string): VerbSense => senses.get(lemma) ?? 'task'

const nounEndings: readonly [RegExp, string][] = [
  [/else[rn]?(?:ne)?$/u, 'e'],
  [/ning(?:en|er|erne)?$/u, 'e'],
  [/ing(?:en|er|erne)?$/u, 'e'],
  [/(.)ning(?:en|er|erne)?$/u, '$1$1e'],
]

/** The verb behind a noun ("koordinering" → "koordinere", "planlægning" → "planlægge"), or `null`. */
export const verbInNoun = (noun: string): string | null => {
  const word = noun.toLowerCase()
  for (const [ending, instead] of nounEndings) {
    const lemma = ending.test(word) ? word.replace(ending, instead) : null
    if (lemma !== null && senses.has(lemma)) return lemma
  }
  return null
}
