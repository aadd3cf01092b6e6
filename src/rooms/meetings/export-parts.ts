import type { PartColumn, PartnershipPart } from '../commitments/index.ts'
import { listDecisionRows, listFollowUpRows, listGroupRows, listMeetingRows } from './export.queries.ts'
import { exportTexts } from './export.texts.ts'

type Named = keyof typeof exportTexts.da

const told = (name: Named) => ({ da: exportTexts.da[name], en: exportTexts.en[name] })

const columnsOf = (columns: readonly (readonly [Named, PartColumn['kind']])[]): readonly PartColumn[] =>
  columns.map(([name, kind]) => ({ name, kind, about: told(name) }))

/** What groups that meet leave behind of a partnership: who sat there, when they met, what was decided and who follows up. */
export const meetingParts: readonly PartnershipPart[] = [
  {
    name: 'groups',
    about: told('groups'),
    columns: columnsOf([
      ['group', 'text'],
      ['name', 'text'],
      ['kind', 'text'],
      ['agreement', 'text'],
      ['activity', 'text'],
      ['convening', 'text'],
      ['isPersonFree', 'yes_no'],
      ['seats', 'list'],
    ]),
    rows: listGroupRows,
  },
  {
    name: 'meetings',
    about: told('meetings'),
    columns: columnsOf([
      ['group', 'text'],
      ['name', 'text'],
      ['number', 'number'],
      ['on', 'day'],
      ['state', 'text'],
      ['present', 'number'],
      ['hasMinutes', 'yes_no'],
    ]),
    rows: listMeetingRows,
  },
  {
    name: 'decisions',
    about: told('decisions'),
    columns: columnsOf([
      ['group', 'text'],
      ['name', 'text'],
      ['number', 'number'],
      ['meeting', 'number'],
      ['on', 'day'],
      ['text', 'text'],
    ]),
    rows: listDecisionRows,
  },
  {
    name: 'follow-ups',
    about: told('followUps'),
    columns: columnsOf([
      ['group', 'text'],
      ['name', 'text'],
      ['number', 'number'],
      ['text', 'text'],
      ['owner', 'text'],
      ['dueOn', 'day'],
      ['doneOn', 'day'],
    ]),
    rows: listFollowUpRows,
  },
]
