import type { Clause } from '../../agreements/index.ts'
import { readAct } from './act.ts'
import { isAgentPhrase } from './agents.ts'
import type { Roster } from './roster.ts'
import { senseOfVerb } from './verbs.ts'

/**
 * How the words above a clause bind it. `duty`: what follows is owed ("har ansvaret for at", a department's name standing
 * as heading). `payment`: the lines below say who pays what. `offer`: they may be had. `aim` and `list`: they are
 * hopes, examples or members, and promise nothing; nor does each thing that may be had, which the lead-in offers as one.
 */
export type Frame = 'duty' | 'payment' | 'offer' | 'aim' | 'list' | 'none'

const aim =
  /(?<!\p{L})(?:mål(?:et|ene|sætninge[nr])?|formål(?:et)?|succeskriteri\p{L}*|ønske[rst]?|forvente[sr]|hensigten|ambitionen|visionen|gevinster?)(?!\p{L})/iu

const list =
  /(?:består af|repræsentanter|deltagere|medlemmer|tredelt|todelt|firedelt|fra|omfatter|kriterier|kunne være|kan være|fx|f\.eks\.|eksempelvis|sammensat af|følgende (?:parter|personer|områder|boligafdelinger|steder|lokaler)|defineres som|deltager)\s*:?$/iu

/** The frame a lead-in sets for its items, or a heading for the bullets under it. */
export const frameOf = ({ kind, leadIn, heading }: Clause, roster: Roster): Frame => {
  if (leadIn !== null) return frameOfLeadIn(leadIn, roster)
  return kind === 'item' && heading !== null && partyOfHeading(heading, roster) !== null ? 'duty' : 'none'
}

/** The party a heading or bare lead-in names as owing what stands below it ("SUF", "Helhedsplanen:", "Klubbens opgaver"). */
export const partyOfHeading = (heading: string, roster: Roster): string | null => {
  const bareHeading = heading.trim().replace(/\s*:$/u, '')
  if (bareHeading.length > 80 || readAct(bareHeading).shape.finiteAt !== -1) return null
  const duties =
    /^(?:opgaver|ansvar|rolle) (?:for|hos) (.+)$|^(.+?)s (?:opgaver|ansvar|ansvarsområder|rolle|bidrag|forpligtelser)$/iu.exec(
      bareHeading,
    )
  const party = duties?.[1] ?? duties?.[2] ?? bareHeading
  return isAgentPhrase(party, roster) ? party : null
}

/** The frame a lead-in sets for the lines below it. */
export const frameOfLeadIn = (leadIn: string, roster: Roster): Frame => {
  const text = leadIn.trim()
  if (partyOfHeading(text, roster) !== null) return 'duty'
  const act = readAct(text)
  if (aim.test(text) && !act.isDuty) return 'aim'
  if (list.test(text)) return 'list'
  if (act.isOffer && !act.isDuty) return 'offer'
  if (act.isDuty || /(?:\b(?:at|for|skal|vil|med|ved at)|opgaver|følgende|forpligter sig til)\s*:?$/u.test(text))
    return 'duty'
  return act.verb !== null && senseOfVerb(act.verb) === 'payment' ? 'payment' : 'none'
}

/** Whether a lead-in only introduces its items ("X står for:"), so that the promise lives in them alone. */
export const onlyIntroduces = (leadIn: string): boolean =>
  /(?:(?:ansvar(?:et)?(?: for)?|ansvarlige? for|står for|sørger for|opgave(?:r|n)?(?: er)?|forpligter sig til|skal|vil|kan|følgende|varetager|bidrager med|bistår med)(?: at)?|\bat)\s*:?$/u.test(
    leadIn.trim(),
  )
