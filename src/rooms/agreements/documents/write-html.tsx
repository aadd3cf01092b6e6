import { html, raw } from 'hono/html'
import type { AgreementDocument } from '../agreement-format.ts'
import type { Chapter, DocumentDescription, Inline, Line, Note, Part } from './description.ts'
import { documentTexts } from './document.texts.ts'
import type { DocumentTexts } from './document.texts.ts'
import { agreementScript, jsonForHtml, sealOfHtml } from './html-embedding.ts'
import { htmlStyle } from './html-style.ts'
import { notesIn } from './lines.ts'

/** Writes the document as one page that needs nothing else, with the agreement inside as data; nothing in it runs. */
export const writeHtml = async (
  description: DocumentDescription,
  agreement: AgreementDocument,
): Promise<Uint8Array> => {
  const seal = sealOfHtml(await page(description, ''))
  const script =
    `<script type="application/json" id="${agreementScript}" data-visible-text-sha256="${seal}">` +
    `${jsonForHtml(agreement)}</script>`
  return new TextEncoder().encode(await page(description, script))
}

const page = async (description: DocumentDescription, script: string): Promise<string> => {
  const texts: DocumentTexts = documentTexts[description.language]
  const document = (
    <html lang={description.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{description.title}</title>
        <meta name="author" content={description.author} />
        <style>{raw(htmlStyle)}</style>
      </head>
      <body>
        <header>
          <h1 lang="da">{description.title}</h1>
          {description.subtitle === null ? (
            ''
          ) : (
            <p class="subtitle" lang="da">
              {description.subtitle}
            </p>
          )}
          {description.facts.length === 0 ? (
            ''
          ) : (
            <dl class="facts">{description.facts.map(({ label, value }) => [<dt>{label}</dt>, <dd>{value}</dd>])}</dl>
          )}
        </header>
        <Contents chapters={description.chapters} heading={texts.contents} />
        <main>
          {description.chapters.map((chapter, index) => (
            <section aria-labelledby={chapterId(index)}>
              <h2 id={chapterId(index)}>{chapter.heading}</h2>
              {chapter.parts.map((part, at) => (
                <PartView part={part} id={partId(index, at)} texts={texts} />
              ))}
            </section>
          ))}
          <Notes notes={notesIn(description)} texts={texts} />
        </main>
        {raw(script)}
      </body>
    </html>
  )
  return String(await html`<!doctype html>${document}`)
}

const chapterId = (index: number) => `k${index + 1}`
const partId = (index: number, at: number) => `${chapterId(index)}-${at + 1}`

const Contents = ({ chapters, heading }: { chapters: Chapter[]; heading: string }) => (
  <nav aria-labelledby="contents">
    <h2 id="contents">{heading}</h2>
    <ul>
      {chapters.map((chapter, index) => (
        <li>
          <a href={`#${chapterId(index)}`}>{chapter.heading}</a>
          <ContentsWithin chapter={chapter} index={index} />
        </li>
      ))}
    </ul>
  </nav>
)

const ContentsWithin = ({ chapter, index }: { chapter: Chapter; index: number }) => {
  const entries = chapter.parts.flatMap((part, at) =>
    part.kind === 'heading' && part.inContents
      ? [
          <li>
            <a href={`#${partId(index, at)}`}>{part.text}</a>
          </li>,
        ]
      : [],
  )
  return entries.length === 0 ? <></> : <ul>{entries}</ul>
}

const PartView = ({ part, id, texts }: { part: Part; id: string; texts: DocumentTexts }) => {
  if (part.kind === 'heading') {
    return part.level === 2 ? <h3 id={id}>{part.text}</h3> : <h4 id={id}>{part.text}</h4>
  }
  if (part.kind === 'remark') return <p class="remark">{part.text}</p>
  if (part.kind === 'lines')
    return (
      <div lang="da">
        <Lines lines={part.lines} />
      </div>
    )
  if (part.kind === 'form') return <Form part={part} texts={texts} />
  return <Sheet part={part} />
}

const Form = ({ part, texts }: { part: Extract<Part, { kind: 'form' }>; texts: DocumentTexts }) => (
  <div class="form">
    <table>
      <thead>
        <tr>
          <th scope="col">{texts.question}</th>
          <th scope="col">{texts.answer}</th>
        </tr>
      </thead>
      <tbody lang="da">
        {part.rows.map((row) => (
          <tr>
            <th scope="row">{row.question}</th>
            <td>
              <Lines lines={row.answer} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Sheet = ({ part }: { part: Extract<Part, { kind: 'table' }> }) => {
  const classAt = (index: number) => (part.columns[index]?.align === 'right' ? { class: 'right' } : {})
  return (
    <div class="wide" tabindex={0}>
      <table>
        <colgroup>
          {part.columns.map((column) => (
            <col style={`width:${((column.width / 12) * 100).toFixed(2)}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {part.columns.map((column, index) => (
              <th scope="col" {...classAt(index)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row) => (
            <tr>
              {row.map((cell, index) => (
                <td {...classAt(index)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Bullets in a row become one list; deeper ones lie inside the bullet above them. */
const Lines = ({ lines }: { lines: Line[] }) => {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (line.kind === 'item' && last?.[0]?.kind === 'item') last.push(line)
    else groups.push([line])
  }
  return (
    <>
      {groups.map((group) =>
        group[0]?.kind === 'item' ? (
          <Items lines={group} />
        ) : (
          group.map((line) => (
            <p>
              <Inlines inlines={line.inlines} />
            </p>
          ))
        ),
      )}
    </>
  )
}

const Items = ({ lines }: { lines: Line[] }) => {
  const items: { head: Line; below: Line[] }[] = []
  for (const line of lines) {
    const last = items.at(-1)
    if (last !== undefined && line.level > last.head.level) last.below.push(line)
    else items.push({ head: line, below: [] })
  }
  return (
    <ul>
      {items.map(({ head, below }) => (
        <li>
          <Inlines inlines={head.inlines} />
          {below.length === 0 ? '' : <Items lines={below} />}
        </li>
      ))}
    </ul>
  )
}

const Inlines = ({ inlines }: { inlines: Inline[] }) => (
  <>
    {inlines.map((inline) =>
      inline.kind === 'text' ? (
        inline.text
      ) : (
        <sup id={`ref-${inline.mark}`}>
          <a href={`#note-${inline.mark}`} role="doc-noteref">
            {inline.mark}
          </a>
        </sup>
      ),
    )}
  </>
)

const Notes = ({ notes, texts }: { notes: Note[]; texts: DocumentTexts }) =>
  notes.length === 0 ? (
    <></>
  ) : (
    <section role="doc-endnotes" aria-labelledby="notes" class="notes">
      <h2 id="notes">{texts.notes}</h2>
      <ol lang="da">
        {notes.map((note) => (
          <li id={`note-${note.mark}`}>
            {note.text}{' '}
            <a href={`#ref-${note.mark}`} role="doc-backlink" aria-label={texts.backToText}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
