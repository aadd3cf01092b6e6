/** The look of the page on screen and on paper; nothing is fetched. */
export const htmlStyle = `
:root { --ink: #1c2530; --quiet: #5a6572; --accent: #0b5394; --hair: #d3d9e0; --wash: #f5f7f9; --paper: #fff; color-scheme: light dark }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaf0; --quiet: #a5b0bd; --accent: #7db7f0; --hair: #36414e; --wash: #1b232d; --paper: #12181f }
}
* { box-sizing: border-box }
body { margin: 0 auto; padding: 3rem 1.25rem 5rem; max-width: 52rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.6 'IBM Plex Sans', Calibri, 'Segoe UI', system-ui, sans-serif; overflow-wrap: break-word }
h1, h2, h3, h4 { line-height: 1.2; font-weight: 600; text-wrap: balance; break-after: avoid }
h1 { font-size: 2.5rem; margin: 0; padding-top: 1.75rem; position: relative }
h1::before { content: ''; position: absolute; top: 0; left: 0; width: 3.5rem; height: .3rem; background: var(--accent) }
h2 { font-size: 1.75rem; color: var(--accent); margin: 4rem 0 1.25rem }
h3 { font-size: 1.25rem; margin: 2.5rem 0 1rem }
h4 { font-size: 1rem; color: var(--quiet); margin: 2rem 0 .75rem }
p, ul { margin: 0 0 .75rem }
ul { padding-left: 1.2rem }
li { margin-bottom: .25rem }
li > ul { margin: .25rem 0 0 }
a { color: var(--accent); text-underline-offset: .15em }
.subtitle { font-size: 1.25rem; color: var(--accent); margin: .75rem 0 0 }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 2rem; margin: 3rem 0; padding-top: 1.25rem; border-top: 1px solid var(--hair) }
.facts dt { color: var(--quiet) }
.facts dd { margin: 0; min-width: 0 }
nav ul { list-style: none; padding: 0 }
nav ul ul { padding-left: 1.2rem }
.remark { color: var(--quiet); font-size: .925rem }
table { width: 100%; border-collapse: collapse; font-size: .95rem }
th, td { padding: .6rem .75rem; vertical-align: top; text-align: left; border-top: 1px solid var(--hair) }
thead th { font-size: .8rem; color: var(--quiet); border-top: 0; border-bottom: 2px solid var(--accent) }
tbody th { width: 32%; background: var(--wash); font-weight: 600; font-size: .9rem }
td > :last-child { margin-bottom: 0 }
.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.wide table { table-layout: fixed }
.wide :is(td, th) { hyphens: auto }
.notes { font-size: .9rem }
@media (max-width: 40rem) {
  h1 { font-size: 1.9rem }
  .facts { grid-template-columns: 1fr; gap: 0 }
  .facts dd { margin-bottom: .6rem }
  .wide { overflow-x: auto }
  .wide table { min-width: 32rem }
  .form thead { display: none }
  .form :is(table, tbody, tr, th, td) { display: block; width: 100% }
  .form td { border-top: 0 }
}
@page { size: A4; margin: 25mm 22mm }
@media print {
  :root { --ink: #1c2530; --quiet: #5a6572; --accent: #0b5394; --hair: #d3d9e0; --wash: #f5f7f9; --paper: #fff; color-scheme: light }
  html { font-size: 9.5pt }
  body { max-width: none; padding: 0 }
  nav { break-after: page }
  thead { display: table-header-group }
  tr { break-inside: auto }
  a { color: inherit; text-decoration: none }
}
`
