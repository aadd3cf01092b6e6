import { shapeOf } from './sentence-shape.ts'
import type { SentenceShape } from './sentence-shape.ts'
import { senseOfVerb } from './verbs.ts'

/**
 * What a clause says is done. `shape` is that of the clause, or of the sentence inside it that carries the act
 * ("det aftales, at …"). `verb` is what is done once words of duty are looked through ("er ansvarlig for ansættelse af …"
 * → `ansætte`), `isDuty` holds where such words stand, `isOffer` where something may be done or used.
 */
export interface Act {
  shape: SentenceShape
  verb: string | null
  isDuty: boolean
  isOffer: boolean
}

/** "det aftales, at …": what follows is the promise; what stands before only wraps it. */
const wrapped =
  /^.{0,120}?(?<![\p{L}])(?:(?:foregår?|sker?|består?)[^.]{0,30}? (?:ved|i|af),?|betyder,?|aftal(?:es|t)[^.,]{0,30},|enige om,?|mulighed for,?|forventes,?|forudsættes(?: det)?,?|sikrer parterne,?) at (?=\p{L})|^.{0,200}?hvor (?=[^,.()]{3,60} mødes(?![\p{L}]))|^.{0,200}?hvoraf (?=[^,.()]{3,60} (?:skal|betaler|finansierer|dækker|afholder)(?![\p{L}]))/u

/** "har ansvaret for …": what follows is what is owed. */
const duty =
  /(?<![\p{L}])(?:ansvar(?:et)?(?: for)?(?: at)?|ansvarlige? for(?: at)?|til opgave(?: at)?|opgaven? at|(?:forpligter|forpligtede|forpligtet)(?: [\p{L}-]+){0,4}? til(?: løbende)?(?: at)?|står for(?: at)?|sørger for(?: at)?|sørge for(?: at)?|stå for(?: at)?|pligt(?:en)? til(?: at)?|påtager sig(?: at)?|varetager|forestår|er (?:\p{L}+ )?tovholdere?(?: for| på)?|er sekretariat for|er vært(?:er)? for|skal sikre,? at|påhviler [^.]{2,60}? at|opgave(?:n|r)? (?:er|med|består i)(?: at)?)(?=[\s:]|$)/iu

/** Reads what a clause says is done; looks through wrapping and words of duty. */
export const readAct = (text: string): Act => {
  const wrapping = wrapped.exec(text.slice(0, 400))
  const inner = wrapping === null ? text : text.slice(wrapping[0].length)
  const outer = shapeOf(inner)
  const shape = clefted(outer) ?? outer
  const isOffer = shape.modal === 'kan' || / kunne /u.test(text.slice(0, 120)) || offers.test(text)
  const found = duty.exec(inner.slice(0, 400))
  const isAtFinite = found !== null && shape.finiteAt !== -1 && isDutyVerb(shape)
  if (!isAtFinite || found === null) return { shape, verb: shape.verb, isDuty: false, isOffer }
  const owed = shapeOf(inner.slice(found.index + found[0].length))
  const carried = owed.finiteAt === -1 || owed.verbAt < 4 ? owed.verb : null
  return {
    shape: shape.verb === 'forpligte' ? { ...shape, isPassive: false } : shape,
    verb: carried ?? (senseOfVerb(shape.verb ?? '') === 'state' ? null : shape.verb),
    isDuty: true,
    isOffer,
  }
}

const offers =
  /(?<![\p{L}])(?:(?:er|være|giver|gives|få|får) (?:der )?(?:\p{L}+ )?mulighed(?:er)? for|har adgang til|er velkom(?:men|ne) til|kan frit)(?![\p{L}])/u

const isDutyVerb = ({ verb }: SentenceShape): boolean =>
  verb === null || /^(?:have|være|stå|forpligte|sørge|påtage|varetage|forestå|sikre|bestå|påhvile|ligge)$/u.test(verb)

/** "er det helhedsplanen, der indkalder": the act is the one after "der". */
const clefted = (shape: SentenceShape): SentenceShape | null => {
  const { tokens, finiteAt } = shape
  if (tokens[finiteAt]?.lower !== 'er') return null
  const it = [tokens[finiteAt - 1], tokens[finiteAt + 1]].find((token) => token?.lower === 'det')
  const whoAt = tokens.findIndex((token, at) => at > finiteAt && (token.lower === 'der' || token.lower === 'som'))
  if (it === undefined || whoAt === -1 || whoAt > finiteAt + 14) return null
  const from = Math.max(it.to, tokens[finiteAt]?.to ?? 0)
  const who = shape.text
    .slice(from, tokens[whoAt]?.from)
    .replace(/[,\s]+$/u, '')
    .trimStart()
  const rest = shape.text.slice(tokens[whoAt]?.to ?? 0)
  return shapeOf(`${who.charAt(0).toUpperCase()}${who.slice(1)}${rest}`)
}
