import { type Language, pick } from '../../../platform/language.ts'
import { documentHash, getVersion, printable, spanInWords } from '../../agreements/index.ts'
import {
  listCaseRows,
  listClauseRows,
  listCommentRows,
  listFocusAreaRows,
  listJournalRows,
  listProposalRows,
  listSignatureRows,
  listVersionRows,
} from './agreement-rows.queries.ts'
import { columnsOf, ofAgreement, section, textIn } from './describe-part.ts'
import type { PartnershipPart, PartRow } from './part.ts'
import { partTexts } from './part.texts.ts'
import { documentPath, pdfPath } from './paths.ts'

const versions: PartnershipPart = {
  name: 'versions',
  about: { da: partTexts.da.parts.versions, en: partTexts.en.parts.versions },
  columns: columnsOf([
    ['agreement', 'text'],
    ['title', 'text'],
    ['district', 'text'],
    ['version', 'number'],
    ['from', 'day'],
    ['to', 'day'],
    ['isPublished', 'yes_no'],
    ['confirmedAt', 'moment'],
    ['confirmedBy', 'text'],
    ['decidedOn', 'day'],
    ['forum', 'text'],
    ['note', 'text'],
    ['proposal', 'number'],
    ['parties', 'list'],
    ['plans', 'list'],
    ['document', 'text'],
    ['documentHash', 'text'],
    ['pdf', 'text'],
  ]),
  rows: async (tx, scope) => {
    const told = await listVersionRows(tx, scope)
    const rows: PartRow[] = []
    for (const { agreementVersionId, slug, number, from, to } of scope.versions) {
      const { document } = await getVersion(tx, agreementVersionId)
      const row = told.find((one) => one['agreement'] === slug && one['version'] === number)
      const files = { document: documentPath(slug, number), pdf: pdfPath(slug, number) }
      rows.push({ ...row, from, to, ...files, documentHash: documentHash(document) })
    }
    return rows
  },
  report: {
    agreementsOf: ofAgreement,
    describe: (rows, language) => {
      const words = pick(partTexts, language)
      const columns = [
        [words.version, 2],
        [words.days, 4],
        [words.made, 6],
      ] as const
      return section(
        words.revisions,
        columns,
        rows.map((row) => [String(row['version']), daysOf(row, language), howMade(row, language)]),
      )
    },
  },
}

const daysOf = (row: PartRow, language: Language): string =>
  spanInWords({ from: textIn(row, 'from') || null, to: textIn(row, 'to') || null }, language) ?? ''

const howMade = (row: PartRow, language: Language): string => {
  const words = pick(partTexts, language)
  if (textIn(row, 'decidedOn') === '') return words.brought
  const proposal = row['proposal']
  const by = words.decided(textIn(row, 'forum'), typeof proposal === 'number' ? words.byProposal(proposal) : '')
  return printable([by, textIn(row, 'note')].filter(Boolean).join('. '))
}

const signatures: PartnershipPart = {
  name: 'signatures',
  about: { da: partTexts.da.parts.signatures, en: partTexts.en.parts.signatures },
  columns: columnsOf([
    ['agreement', 'text'],
    ['version', 'number'],
    ['party', 'text'],
    ['name', 'text'],
    ['post', 'text'],
    ['signedOn', 'day'],
    ['signedAt', 'moment'],
    ['documentHash', 'text'],
  ]),
  rows: listSignatureRows,
}

const clauses: PartnershipPart = {
  name: 'clauses',
  about: { da: partTexts.da.parts.clauses, en: partTexts.en.parts.clauses },
  columns: columnsOf([
    ['agreement', 'text'],
    ['version', 'number'],
    ['clause', 'text'],
    ['activity', 'text'],
    ['section', 'number'],
    ['position', 'number'],
    ['text', 'text'],
    ['change', 'text'],
    ['endsHere', 'yes_no'],
  ]),
  rows: listClauseRows,
}

const proposals: PartnershipPart = {
  name: 'proposals',
  about: { da: partTexts.da.parts.proposals, en: partTexts.en.parts.proposals },
  columns: columnsOf([
    ['agreement', 'text'],
    ['proposal', 'number'],
    ['title', 'text'],
    ['reason', 'text'],
    ['baseVersion', 'number'],
    ['wantedFrom', 'day'],
    ['proposedPost', 'text'],
    ['proposedAt', 'moment'],
    ['putAt', 'moment'],
    ['withdrawnAt', 'moment'],
    ['state', 'text'],
    ['decidedOn', 'day'],
    ['forum', 'text'],
    ['meeting', 'text'],
    ['note', 'text'],
    ['newVersion', 'number'],
  ]),
  rows: listProposalRows,
  report: {
    agreementsOf: ofAgreement,
    describe: (rows, language) => {
      const words = pick(partTexts, language)
      const states: Readonly<Record<string, string>> = words.proposalStates
      const columns = [
        [words.proposal, 5],
        [words.from, 3],
        [words.came, 4],
      ] as const
      return section(
        words.proposals,
        columns,
        rows
          .filter((row) => row['state'] !== 'adopted')
          .map((row) => [
            textIn(row, 'title'),
            textIn(row, 'proposedPost'),
            [states[textIn(row, 'state')] ?? '', textIn(row, 'note')].filter(Boolean).join('. '),
          ]),
      )
    },
  },
}

const comments: PartnershipPart = {
  name: 'comments',
  about: { da: partTexts.da.parts.comments, en: partTexts.en.parts.comments },
  columns: columnsOf([
    ['agreement', 'text'],
    ['proposal', 'number'],
    ['stance', 'text'],
    ['text', 'text'],
    ['writtenPost', 'text'],
    ['writtenAt', 'moment'],
  ]),
  rows: listCommentRows,
}

const journal: PartnershipPart = {
  name: 'journal',
  about: { da: partTexts.da.parts.journal, en: partTexts.en.parts.journal },
  columns: columnsOf([
    ['agreement', 'text'],
    ['happenedOn', 'day'],
    ['direction', 'text'],
    ['theme', 'text'],
    ['thing', 'text'],
    ['documentNumber', 'text'],
    ['isShared', 'yes_no'],
  ]),
  rows: listJournalRows,
}

const caseReferences: PartnershipPart = {
  name: 'case-references',
  about: { da: partTexts.da.parts['case-references'], en: partTexts.en.parts['case-references'] },
  columns: columnsOf([
    ['agreement', 'text'],
    ['kind', 'text'],
    ['number', 'text'],
  ]),
  rows: listCaseRows,
}

const focusAreas: PartnershipPart = {
  name: 'focus-areas',
  about: { da: partTexts.da.parts['focus-areas'], en: partTexts.en.parts['focus-areas'] },
  columns: columnsOf([
    ['name', 'text'],
    ['from', 'day'],
    ['to', 'day'],
    ['source', 'text'],
  ]),
  rows: listFocusAreaRows,
}

/** What was agreed and decided, and what was journalised of it. */
export const agreementParts: readonly PartnershipPart[] = [
  versions,
  signatures,
  clauses,
  proposals,
  comments,
  journal,
  caseReferences,
  focusAreas,
]
