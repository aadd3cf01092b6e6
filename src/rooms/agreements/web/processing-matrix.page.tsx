import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import type { PartyRole } from '../processing.ts'
import { processingTexts } from '../processing.texts.ts'
import { unsettledIn } from '../processing-words.ts'
import type { ListedProcessing, ProcessingRecord } from '../see-processing.ts'
import { matrixPath, ProcessingFrame, type ProcessingView, recordPath } from './processing-frame.tsx'

interface MatrixProps {
  view: ProcessingView
  record: ProcessingRecord
}

const signs: Readonly<Record<PartyRole, string>> = { own: '●', joint: '◐', recipient: '○', none: '–' }

/** Who is controller: a row an activity, a column a party; stacked on a phone. */
export const ProcessingMatrixPage: FC<MatrixProps> = ({ view, record }) => {
  const { language } = view.page
  const words = pick(processingTexts, language)
  return (
    <ProcessingFrame
      view={view}
      path={matrixPath}
      title={words.matrixTitle}
      intro={words.matrixIntro(formatDay(view.day, language))}
      other={{ href: recordPath, text: words.toRecord }}
    >
      {record.agreements.length === 0 && <p class="empty">{words.empty}</p>}
      {record.agreements.length > 0 && (
        <ul class="matrix-legend" aria-label={words.legend}>
          {(['own', 'joint', 'recipient', 'none'] as const).map((role) => (
            <li>
              <span aria-hidden="true">{signs[role]}</span> {words.roles[role]}
            </li>
          ))}
        </ul>
      )}
      {record.agreements.map((agreement) => (
        <section class="record-agreement">
          <h2 id={`aftale-${agreement.slug}`}>
            <a href={atDay(view.page, `/aftaler/${agreement.slug}`)}>{agreement.title}</a>
          </h2>
          <Matrix view={view} agreement={agreement} />
          <Unsettled view={view} agreement={agreement} />
        </section>
      ))}
    </ProcessingFrame>
  )
}

interface AgreementProps {
  view: ProcessingView
  agreement: ListedProcessing
}

const Matrix: FC<AgreementProps> = ({ view, agreement }) => {
  const words = pick(processingTexts, view.page.language)
  const { parties, activities, slug } = agreement
  const shown = parties.filter((party) => activities.some(({ roles }) => (roles.get(party) ?? 'none') !== 'none'))
  return (
    <table class="matrix" aria-labelledby={`aftale-${slug}`}>
      <thead>
        <tr>
          <th scope="col">{words.activity}</th>
          {shown.map((party) => (
            <th scope="col">{party}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {activities.map(({ id, title, roles }) => (
          <tr>
            <th scope="row">
              <a href={atDay(view.page, `/aftaler/${slug}#${id}`)}>{title}</a>
            </th>
            {shown.map((party) => (
              <Cell
                party={party}
                role={roles.get(party) ?? 'none'}
                name={words.shortRoles[roles.get(party) ?? 'none']}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Cell: FC<{ party: string; role: PartyRole; name: string }> = ({ party, role, name }) => (
  <td class={`role-${role}`}>
    <span class="matrix-party" aria-hidden="true">
      {party}
    </span>
    <span class="matrix-role">
      <span aria-hidden="true">{signs[role]}</span> <span class="matrix-name">{name}</span>
    </span>
  </td>
)

const Unsettled: FC<AgreementProps> = ({ view, agreement }) => {
  const { language } = view.page
  const words = pick(processingTexts, language)
  const open = agreement.activities.flatMap((activity) => {
    const names = unsettledIn(activity, language)
    return names === null ? [] : [words.unsettledAbout(activity.title, names)]
  })
  if (open.length === 0) return <></>
  return (
    <div class="matrix-open">
      <h3>{words.unsettled}</h3>
      <ul>
        {open.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
  )
}
