import type { TestVisitor } from './test-visitor.ts'

/** What the form for a new activity is sent with. */
export const activity = {
  navn: 'Skak i beboerhuset',
  kort: 'Alle kan være med.',
  slags: 'club',
  dag: '2026-12-01',
  fra: '16',
  til: '18.00',
  gentag: 'weekly',
  slut: '2027-01-31',
  pris: '0',
  pris_pr: 'time',
  vis: 'ja',
  // Knowing what it collides with.
  goer: 'alligevel',
}

/** The first organiser the form offers, and the value of the venue of this name. */
export const choicesOn = (form: string, venue: string) => {
  const [, organiser = ''] = /name="arrangoer">\s*<option value="([^"]+)"/.exec(form) ?? []
  const place = form.split('<option').find((option) => option.includes(`>${venue}<`)) ?? ''
  return { arrangoer: organiser, sted: /value="([^"]*)"/.exec(place)?.[1] ?? '' }
}

/** Plans an activity at a venue; answers with where it led and what it showed. */
export const plan = async (visitor: TestVisitor, venue: string, change: Record<string, string> = {}) => {
  const choices = choicesOn(await visitor.text('/kalender/ny'), venue)
  const answer = await visitor.send('/kalender/ny', { ...activity, ...choices, ...change })
  return { status: answer.status, address: answer.headers.get('location') ?? '', page: await answer.text() }
}

/** What a page says, without its marks. */
export const words = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** The links to its times on an activity's page, in order. */
export const timesOn = (page: string) =>
  [...page.matchAll(/href="(\/kalender\/gang\/[^"]+)"/g)].map(([, path = '']) => path)

/** The version a page's form says it saw. */
export const versionOn = (page: string) => /name="udgave" value="(\d+)"/.exec(page)?.[1] ?? ''

/** What the form of an activity would be sent with, untouched. */
export const formOn = (page: string): Record<string, string> => {
  const form = page.slice(page.lastIndexOf('<form', page.indexOf('name="navn"')))
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const inputs = [...form.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(?:checkbox|radio)"/.test(tag) || /\schecked/.test(tag))
    .map((tag) => [attribute(tag, 'name'), attribute(tag, 'value') || (/\schecked/.test(tag) ? 'on' : '')] as const)
  const choices = [...form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => [name, /value="([^"]*)" selected/.exec(options)?.[1] ?? ''] as const,
  )
  const texts = [...form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g)].map(
    ([, name = '', text = '']) => [name, text] as const,
  )
  return Object.fromEntries([...inputs, ...choices, ...texts].filter(([name]) => name !== ''))
}
