/**
 * The page of the PDF, in Typst. All words arrive as data (`sys.inputs.description`): a text is shown as it was typed,
 * whatever signs of markup it holds.
 */
export const pdfTemplate = String.raw`
#let doc = json(bytes(sys.inputs.description))
#let words = doc.words
#let ink = rgb("#1c2530")
#let quiet = rgb("#5a6572")
#let accent = rgb("#0b5394")
#let hair = 0.5pt + rgb("#d3d9e0")
#let wash = rgb("#f5f7f9")

#set document(title: doc.title, author: doc.author, description: doc.runningTitle, date: none)
#set text(font: ("IBM Plex Sans",), size: 10pt, fill: ink, lang: doc.language, region: doc.region, hyphenate: false, overhang: false)
#set par(leading: 0.64em, spacing: 1.15em, justify: false)
#set list(indent: 0pt, body-indent: 0.55em, spacing: 0.85em, marker: (text(fill: accent)[•], text(fill: quiet)[–], text(fill: quiet)[•], text(fill: quiet)[–]))
#set footnote.entry(separator: line(length: 22%, stroke: hair), gap: 0.6em, clearance: 1.2em)
#show footnote.entry: set text(size: 8pt, fill: quiet)

#set page(
  paper: "a4",
  margin: (top: 30mm, bottom: 28mm, left: 25mm, right: 25mm),
  header-ascent: 12mm,
  footer-descent: 11mm,
  header: context {
    if counter(page).get().first() > 1 {
      set text(size: 8pt, fill: quiet)
      block(width: 100%, inset: (bottom: 2mm), stroke: (bottom: hair), doc.runningTitle)
    }
  },
  footer: context {
    set text(size: 8pt, fill: quiet, number-width: "tabular")
    grid(columns: (1fr, auto), column-gutter: 1em, doc.footer,
      [#words.page #counter(page).display() #words.of #counter(page).final().first()])
  },
)

#show heading: set text(font: ("IBM Plex Sans",), weight: 600, hyphenate: false)
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => {
  set text(size: if doc.at("isShort", default: false) { 14pt } else { 20pt }, fill: accent)
  block(above: if doc.at("isShort", default: false) { 9mm } else { 14mm }, below: if doc.at("isShort", default: false) { 4mm } else { 7mm }, sticky: true, it.body)
}
#show heading.where(level: 2): it => {
  set text(size: 13.5pt)
  block(above: 10mm, below: 4.5mm, sticky: true, it.body)
}
#show heading.where(level: 3): it => {
  set text(size: 11pt, fill: quiet)
  block(above: 7mm, below: 3.5mm, sticky: true, it.body)
}

// What the parties wrote is Danish in a document of any language.
#let said(body) = text(lang: "da", region: "dk", body)

#let inlines(line) = {
  for part in line.inlines {
    if part.kind == "note" { footnote(numbering: _ => part.mark, part.text) } else { part.text }
  }
}

// Bullets in a row become one list; deeper ones lie inside the bullet above them.
#let bullets(lines) = {
  let items = ()
  let index = 0
  while index < lines.len() {
    let level = lines.at(index).level
    let end = index + 1
    while end < lines.len() and lines.at(end).level > level { end += 1 }
    let head = inlines(lines.at(index))
    let below = lines.slice(index + 1, end)
    items.push(if below.len() > 0 { head + bullets(below) } else { head })
    index = end
  }
  list(..items)
}

#let prose(lines) = said({
  let index = 0
  while index < lines.len() {
    let end = index
    while end < lines.len() and lines.at(end).kind == "item" { end += 1 }
    if end > index {
      bullets(lines.slice(index, end))
      index = end
    } else {
      let leads = index + 1 < lines.len() and lines.at(index + 1).kind == "item"
      if leads { block(sticky: true, below: 0.85em, inlines(lines.at(index))) } else { par(inlines(lines.at(index))) }
      index += 1
    }
  }
})

#let head(body) = text(size: 8pt, weight: 600, fill: quiet, hyphenate: false, body)
#let isShort(row) = row.answer.len() < 9 and row.answer.map(line => line.inlines.map(part => part.text.len()).sum(default: 0)).sum(default: 0) < 700

#let form(rows) = table(
  columns: (32%, 1fr),
  stroke: (x, y) => (top: if y == 1 { 0.9pt + accent } else if y > 1 { hair }),
  inset: (x, y) => if y == 0 { (x: 3mm, y: 2mm) } else { (x: 3mm, y: 3.4mm) },
  fill: (x, y) => if x == 0 and y > 0 { wash },
  table.header(head(words.question), head(words.answer)),
  ..for row in rows {
    let whole = isShort(row)
    (
      table.cell(breakable: not whole, said(text(size: 9pt, weight: 600, fill: ink, row.question))),
      table.cell(breakable: not whole, prose(row.answer)),
    )
  },
)

#let sheet(part) = table(
  columns: part.columns.map(column => column.width * 1fr),
  align: part.columns.map(column => if column.align == "right" { right } else { left }),
  stroke: (x, y) => (top: if y == 1 { 0.9pt + accent } else if y > 1 { hair }),
  inset: (x, y) => (left: if x == 0 { 0mm } else { 2mm }, right: if x == part.columns.len() - 1 { 0mm } else { 2mm }, y: 2.2mm),
  table.header(..part.columns.map(column => head(column.heading))),
  ..for row in part.rows {
    for (index, cell) in row.enumerate() {
      (table.cell(breakable: cell.len() > 700, text(size: 9pt, number-width: "tabular", hyphenate: true, cell)),)
    }
  },
)

#let show-part(part) = {
  if part.kind == "heading" { heading(level: part.level, outlined: part.inContents, part.text) }
  else if part.kind == "remark" { block(below: 5mm, sticky: true, text(size: 9pt, fill: quiet, part.text)) }
  else if part.kind == "lines" { prose(part.lines) }
  else if part.kind == "form" { form(part.rows) }
  else { sheet(part) }
}

// The first page; of a few pages it begins with what is said.
#let brief = doc.at("isShort", default: false)
#if not brief { v(52mm) }
#block(width: 18mm, height: 1.6mm, fill: accent)
#v(7mm)
#block(width: 88%)[
  #show title: set text(size: if brief { 20pt } else { 30pt }, weight: 600, hyphenate: false)
  #show title: set par(leading: 0.42em)
  #title()
]
#if doc.subtitle != none {
  v(3.5mm)
  block(width: 88%, text(size: 15pt, fill: accent, said(doc.subtitle)))
}
#if brief { v(5mm) } else { v(1fr) }
#if doc.facts.len() > 0 {
  set text(size: 9.5pt)
  block(width: 100%, stroke: (top: hair), inset: (top: 5mm), grid(
    columns: (38mm, 1fr), row-gutter: 3mm, column-gutter: 4mm,
    ..for fact in doc.facts { (text(fill: quiet, fact.label), fact.value) },
  ))
}
#v(6mm)

#show outline.entry: set text(size: 10pt, number-width: "tabular")
#show outline.entry.where(level: 1): set text(weight: 600)
#show outline.entry.where(level: 1): set block(above: 4.5mm)
#set outline.entry(fill: none)
#if not brief {
  pagebreak()
  block(below: 8mm, text(size: 20pt, weight: 600, fill: accent, words.contents))
  outline(title: none, depth: 2, indent: 5mm)
}

#for (index, chapter) in doc.chapters.enumerate() {
  if (index == 0 and not brief) or chapter.at("isPageOfItsOwn", default: false) { pagebreak(weak: true) }
  heading(level: 1, chapter.heading)
  for part in chapter.parts { show-part(part) }
}

#if sys.inputs.agreement != "" {
  pdf.attach("brobyg-agreement.json", bytes(sys.inputs.agreement),
    description: words.attachment, relationship: "data", mime-type: "application/json")
}
`
