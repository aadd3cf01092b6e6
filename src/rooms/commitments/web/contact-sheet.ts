import type { Language } from '../../../platform/language.ts'
import { pick } from '../../../platform/language.ts'
import type { Cell, Sheet } from '../../../platform/spreadsheet/write-xlsx.ts'
import type { OwedPromise } from '../owed-promises.rules.ts'
import { stateInWords } from '../state/state-words.ts'
import { contactTexts } from './contact.texts.ts'
import type { Contact } from '../contacts/contact.ts'

const mostPromises = 10

/** Contacts as a sheet, in the order of the page, with what to call each about. */
export const contactSheet = (
  contacts: readonly Contact[],
  promises: ReadonlyMap<string, readonly OwedPromise[]>,
  language: Language,
): Sheet => {
  const words = pick(contactTexts, language)
  const { sheet } = words
  const column = (heading: string, width: number) => ({ heading, width })
  return {
    name: sheet.name,
    columns: [
      column(sheet.title, 30),
      column(sheet.holder, 26),
      column(sheet.phone, 18),
      column(sheet.mail, 34),
      column(sheet.organisation, 32),
      column(sheet.plan, 18),
      column(sheet.unit, 30),
      column(sheet.provisional, 8),
      column(sheet.confirmed, 12),
      column(sheet.promises, 12),
      column(sheet.about, 80),
    ],
    rows: contacts.map((contact): Cell[] => {
      const { title, organisation, plan, unit, holder } = contact
      const own = promises.get(contact.postId) ?? []
      const about = own
        .slice(0, mostPromises)
        .map(({ commitment, standing }) => `${stateInWords(standing.state, language)}: ${commitment.text}`)
      return [
        title,
        holder === null ? words.vacant : holder.name,
        holder?.phone ?? null,
        holder?.email ?? null,
        organisation,
        plan,
        unit,
        holder?.provisional === true ? sheet.yes : null,
        holder?.confirmedOn ?? null,
        own.length,
        about.join('\n'),
      ]
    }),
  }
}
