import type { Child, FC } from 'hono/jsx'
import { formatDaySpan } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import type { Consent, DataSubject, ListedWord } from '../consent/consent.ts'
import { consentTexts } from '../consent/consent.texts.ts'
import type { ReadConsent } from '../consent/read-consents.ts'
import type { Names } from './directory.ts'

export interface ConsentProps {
  page: PageContext
  read: ReadConsent
  names: Names
  dataKinds: readonly ListedWord[]
  purposes: readonly ListedWord[]
  said?: 'linkSent' | 'saved' | undefined
  refusal?: string
}

/** What each of the people around a consent is called, as far as the reader may see them. */
export const calledOf = ({ read, page }: Pick<ConsentProps, 'read' | 'page'>, id: string): string => {
  const people: readonly DataSubject[] = [read.subject, ...read.record.guardians]
  return (
    people.find(({ dataSubjectId }) => dataSubjectId === id)?.called ?? pick(consentTexts, page.language).formerGuardian
  )
}

interface FactsProps extends Pick<ConsentProps, 'page' | 'names' | 'dataKinds' | 'purposes'> {
  read: { consent: Consent; subject?: DataSubject }
}

/** What a consent lets be shared, from whom, to whom, for what, until when. */
export const ConsentFacts: FC<FactsProps> = ({ page, read, names, dataKinds, purposes }) => {
  const words = pick(consentTexts, page.language)
  const { consent, subject } = read
  const side = (which: 'shares' | 'receives') =>
    consent.circle
      .filter((member) => member.side === which)
      .map((member) => names.get(member.postId ?? member.organisationId ?? '') ?? '–')
      .join(', ')
  const purpose = purposes.find(({ code }) => code === consent.consentPurpose)?.[page.language]
  const contact = [subject?.mail, subject?.phone].filter(Boolean).join(' · ')
  return (
    <dl class="summary consent-facts">
      <Fact term={words.shared}>
        {consent.dataKinds
          .map((kind) => dataKinds.find(({ code }) => code === kind)?.[page.language] ?? kind)
          .join(', ')}
      </Fact>
      <Fact term={words.from}>{side('shares')}</Fact>
      <Fact term={words.to}>{side('receives')}</Fact>
      <Fact term={words.purposeIs}>
        {purpose}: {consent.purpose}
      </Fact>
      <Fact term={words.runs}>{formatDaySpan(consent.during, page.language)}</Fact>
      {consent.isMaterial && <Fact term={words.isMaterial}>{words.yes}</Fact>}
      {contact !== '' && <Fact term={words.contact}>{contact}</Fact>}
    </dl>
  )
}

const Fact: FC<{ term: string; children?: Child }> = ({ term, children }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
