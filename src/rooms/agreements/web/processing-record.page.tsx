import type { Child, FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import type { ProcessingActivity } from '../processing.ts'
import { processingTexts } from '../processing.texts.ts'
import {
  controllersInWords,
  dataInWords,
  officersInWords,
  quotedPurpose,
  recipientsInWords,
  subjectsInWords,
} from '../processing-words.ts'
import type { ProcessingRecord } from '../see-processing.ts'
import { matrixPath, ProcessingFrame, type ProcessingView, recordPath } from './processing-frame.tsx'

interface RecordProps {
  view: ProcessingView
  record: ProcessingRecord
}

/** The article-30 record: every activity of the agreements in force, in the seven parts the law asks for. */
export const ProcessingRecordPage: FC<RecordProps> = ({ view, record }) => {
  const { language } = view.page
  const words = pick(processingTexts, language)
  return (
    <ProcessingFrame
      view={view}
      path={recordPath}
      title={words.title}
      intro={words.intro(formatDay(view.day, language))}
      other={{ href: matrixPath, text: words.toMatrix }}
    >
      {record.agreements.length === 0 && <p class="empty">{words.empty}</p>}
      {record.agreements.map(({ slug, title, activities }) => (
        <section class="record-agreement">
          <h2>
            <a href={atDay(view.page, `/aftaler/${slug}`)}>{title}</a>
          </h2>
          {activities.map((activity) => (
            <Activity view={view} record={record} slug={slug} activity={activity} />
          ))}
        </section>
      ))}
    </ProcessingFrame>
  )
}

interface ActivityProps extends RecordProps {
  slug: string
  activity: ProcessingActivity
}

const Activity: FC<ActivityProps> = ({ view, record, slug, activity }) => {
  const { language, partnership } = view.page
  const words = pick(processingTexts, language)
  const { parts } = words
  const purpose = quotedPurpose(activity, language)
  const own = (text: string) => (
    <p>
      {words.limitsOf} <q>{text}</q>
    </p>
  )
  return (
    <article class="record">
      <h3>
        <a href={atDay(view.page, `/aftaler/${slug}#${activity.id}`)}>{activity.title}</a>
      </h3>
      <dl>
        <Part name={parts.controllers}>
          {controllersInWords(activity, language).map((line) => (
            <p>{line}</p>
          ))}
          <p class="record-shared">
            {officersInWords(record.officers, language)} {words.processor(partnership)}
          </p>
        </Part>
        <Part name={parts.purposes}>
          <p>{purpose === null ? words.noPurpose : `${words.purposeOf} ${purpose}`}</p>
        </Part>
        <Part name={parts.categories}>
          <div class="record-categories">
            <Bullets lines={subjectsInWords(activity, language)} />
            <Bullets lines={dataInWords(activity, language)} />
          </div>
        </Part>
        <Part name={parts.recipients}>
          <p>{recipientsInWords(activity, language)}</p>
        </Part>
        <Part name={parts.transfers}>
          <p>{words.noTransfers}</p>
        </Part>
        <Part name={parts.limits}>
          {activity.deletion.length > 0 ? activity.deletion.map(own) : <p>{words.noLimits}</p>}
        </Part>
        <Part name={parts.security}>
          <details class="opens">
            <summary>{words.securityWords[0]}</summary>
            <Bullets lines={[...words.securityWords.slice(1), words.securityMore]} />
          </details>
        </Part>
      </dl>
    </article>
  )
}

const Part: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Bullets: FC<{ lines: readonly string[] }> = ({ lines }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)
