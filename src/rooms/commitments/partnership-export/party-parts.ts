import { pick } from '../../../platform/language.ts'
import { columnsOf, section, textIn } from './describe-part.ts'
import type { PartnershipPart, PartRow } from './part.ts'
import { partTexts } from './part.texts.ts'
import {
  listAliasRows,
  listContactRows,
  listOrganisationRows,
  listPlanRows,
  listUnitRows,
} from './party-rows.queries.ts'

const contacts: PartnershipPart = {
  name: 'contacts',
  about: { da: partTexts.da.parts.contacts, en: partTexts.en.parts.contacts },
  columns: columnsOf([
    ['post', 'text'],
    ['organisation', 'text'],
    ['plan', 'text'],
    ['unit', 'text'],
    ['name', 'text'],
    ['email', 'text'],
    ['phone', 'text'],
    ['heldFrom', 'day'],
    ['agreements', 'list'],
  ]),
  rows: listContactRows,
  report: {
    agreementsOf: (row) => {
      const named = row['agreements']
      return typeof named === 'object' && named !== null ? named : []
    },
    describe: (rows, language) => {
      const words = pick(partTexts, language)
      const columns = [
        [words.post, 3],
        [words.organisation, 3],
        [words.name, 3],
        [words.reach, 3],
      ] as const
      return section(words.contacts, columns, rows.map(contactCells(words.vacant)))
    },
  },
}

const contactCells =
  (vacant: string) =>
  (row: PartRow): string[] => [
    textIn(row, 'post'),
    together(row, ['organisation', 'plan', 'unit']),
    textIn(row, 'name') || vacant,
    together(row, ['email', 'phone']),
  ]

const together = (row: PartRow, columns: readonly string[]): string =>
  columns
    .map((column) => textIn(row, column))
    .filter(Boolean)
    .join(', ')

const organisations: PartnershipPart = {
  name: 'organisations',
  about: { da: partTexts.da.parts.organisations, en: partTexts.en.parts.organisations },
  columns: columnsOf([
    ['organisation', 'text'],
    ['kind', 'text'],
    ['name', 'text'],
    ['from', 'day'],
    ['to', 'day'],
  ]),
  rows: listOrganisationRows,
}

const units: PartnershipPart = {
  name: 'units',
  about: { da: partTexts.da.parts.units, en: partTexts.en.parts.units },
  columns: columnsOf([
    ['unit', 'text'],
    ['parent', 'text'],
    ['organisation', 'text'],
    ['name', 'text'],
    ['from', 'day'],
    ['to', 'day'],
  ]),
  rows: listUnitRows,
}

const aliases: PartnershipPart = {
  name: 'aliases',
  about: { da: partTexts.da.parts.aliases, en: partTexts.en.parts.aliases },
  columns: columnsOf([
    ['kind', 'text'],
    ['of', 'text'],
    ['name', 'text'],
  ]),
  rows: listAliasRows,
}

const plans: PartnershipPart = {
  name: 'plans',
  about: { da: partTexts.da.parts.plans, en: partTexts.en.parts.plans },
  columns: columnsOf([
    ['name', 'text'],
    ['from', 'day'],
    ['to', 'day'],
    ['agreements', 'list'],
  ]),
  rows: listPlanRows,
}

/** Who took part, and what everything was called. */
export const partyParts: readonly PartnershipPart[] = [contacts, organisations, units, aliases, plans]
