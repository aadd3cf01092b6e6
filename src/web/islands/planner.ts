// The week by place: a time is dragged, or walked by the arrow keys, to another hour, day or place. What that would come to is asked of the
// server, which alone knows the rules; a finger scrolls and never drags.
interface Spot {
  readonly day: string
  /** '' = no place of ours. */
  readonly venue: string
  /** Minutes after midnight. */
  readonly from: number
}

interface Held {
  readonly line: HTMLElement
  readonly lasts: number
  readonly start: Spot
  at: Spot
}

interface Told {
  readonly tone: string
  readonly lines: readonly string[]
}

interface Moved {
  readonly id: string
  readonly back: Spot | null
}

const halfHour = 30
/** What a cell draws from its one edge to the other. */
const drawn = { from: 8 * 60, to: 22 * 60 }
const kept = 'brobyg-flyttet'

const guide = document.querySelector<HTMLElement>('#traek')
const words: Record<string, string> = JSON.parse(guide?.dataset['words'] ?? '{}')
const banner = guide?.querySelector<HTMLElement>('.message')

const make = (name: string): HTMLElement => {
  const made = document.createElement('div')
  made.className = name
  return made
}
const slot = make('drag-slot')
const bubble = make('drag-bubble')
bubble.setAttribute('role', 'status')
document.body.append(bubble)

let held: Held | undefined
let asking: AbortController | undefined

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.week-grid tr[data-sted]')]
const cellsOf = (row: Element | null | undefined): HTMLElement[] => [
  ...(row?.querySelectorAll<HTMLElement>('td[data-dag]') ?? []),
]
const dayOf = (cell: HTMLElement | null | undefined): string => cell?.dataset['dag'] ?? ''
const venueOf = (inside: Element | null | undefined): string =>
  inside?.closest<HTMLElement>('tr')?.dataset['sted'] ?? ''

const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join('.')

const isSame = (one: Spot, other: Spot): boolean =>
  one.day === other.day && one.venue === other.venue && one.from === other.from

const take = (line: HTMLElement): Held => {
  const start = {
    day: dayOf(line.closest<HTMLElement>('td')),
    venue: venueOf(line),
    from: Number(line.dataset['fra']),
  }
  line.classList.add('drag-held')
  return { line, lasts: Number(line.dataset['varer']), start, at: start }
}

const fieldsOf = ({ lasts }: Pick<Held, 'lasts'>, { day, venue, from }: Spot): Record<string, string> => ({
  dag: day,
  fra: clock(from),
  til: clock(from + lasts),
  sted: venue,
})

const pathOf = (id: string | undefined): string => `/kalender/gang/${id}`
const accepts = { Accept: 'application/json' }

const tell = ({ tone, lines }: Told): void => {
  bubble.dataset['tone'] = tone
  bubble.querySelector('ul')?.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li')
      item.textContent = line
      return item
    }),
  )
}

/** Asks what the move would come to, once the hand rests. */
const look = (one: Held): void => {
  asking?.abort()
  asking = new AbortController()
  const { signal } = asking
  const query = new URLSearchParams(fieldsOf(one, one.at))
  setTimeout(() => {
    if (signal.aborted) return
    fetch(`${pathOf(one.line.dataset['gang'])}?${query}`, { headers: accepts, signal })
      .then((answer) => answer.json())
      .then(tell)
      .catch(() => undefined)
  }, 120)
}

const cellAt = ({ day, venue }: Spot): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('.week-grid td[data-dag]')].find(
    (cell) => dayOf(cell) === day && venueOf(cell) === venue,
  )

/** Shows where it would stand, and asks about it. */
const show = (one: Held, at: Spot): void => {
  if (bubble.firstChild && isSame(one.at, at)) return
  one.at = at
  const cell = cellAt(at)
  cell?.append(slot)
  const share = (minutes: number): string => `${(100 * minutes) / (drawn.to - drawn.from)}%`
  slot.style.left = share(Math.max(0, at.from - drawn.from))
  slot.style.width = share(Math.min(one.lasts, drawn.to - drawn.from))
  const title = document.createElement('b')
  title.textContent = `${cell?.dataset['title'] ?? ''} · ${clock(at.from)}–${clock(at.from + one.lasts)}`
  const place = document.createElement('p')
  place.textContent = cell?.closest<HTMLElement>('tr')?.dataset['navn'] ?? ''
  bubble.replaceChildren(title, place, document.createElement('ul'))
  if (isSame(at, one.start)) {
    asking?.abort()
    tell({ tone: '', lines: [] })
  } else {
    tell({ tone: '', lines: [words['looking'] ?? ''] })
    look(one)
  }
  const box = (cell ?? one.line).getBoundingClientRect()
  putBubble(box.left, box.bottom)
}

const putBubble = (x: number, y: number): void => {
  bubble.classList.add('drag-shown')
  bubble.style.left = `${Math.max(8, Math.min(x, innerWidth - bubble.offsetWidth - 8))}px`
  bubble.style.top = `${y + bubble.offsetHeight + 24 > innerHeight ? Math.max(8, y - bubble.offsetHeight - 24) : y + 16}px`
}

const leave = (): void => {
  asking?.abort()
  held?.line.classList.remove('drag-held')
  held = undefined
  slot.remove()
  bubble.classList.remove('drag-shown')
  bubble.replaceChildren()
}

const announce = (text: string, hasUndo = false): void => {
  if (!guide || !banner) return
  banner.hidden = false
  const [output, button] = [banner.querySelector('output'), banner.querySelector('button')]
  if (output) output.textContent = text
  if (button) button.hidden = !hasUndo
}

/** The same form as on the page of the time, with the version that was seen; shown anew with a way back. */
const move = async (line: HTMLElement, fields: Record<string, string>, back: Spot | null): Promise<void> => {
  const body = new FormData()
  const { gang: id = '', udgave: version = '' } = line.dataset
  for (const [name, value] of Object.entries({ goer: 'flyt', udgave: version, hvorfor: '', ...fields }))
    body.set(name, value)
  const answer = await fetch(pathOf(id), { method: 'POST', headers: accepts, body })
  const told: Told = await answer.json()
  if (!answer.ok) return announce(told.lines.join(' '))
  const moved: Moved = { id, back }
  sessionStorage.setItem(kept, JSON.stringify(moved))
  location.reload()
}

const drop = (): void => {
  const one = held
  const isBad = bubble.dataset['tone'] === 'bad'
  const lines = bubble.querySelector('ul')?.textContent ?? ''
  leave()
  if (!one || isSame(one.at, one.start)) return
  if (isBad) return announce(lines)
  move(one.line, fieldsOf(one, one.at), one.start).catch(() => announce(words['failed'] ?? ''))
}

const offerUndo = (): void => {
  const stored = sessionStorage.getItem(kept)
  sessionStorage.removeItem(kept)
  if (stored === null) return
  const { id, back }: Moved = JSON.parse(stored)
  const line = document.querySelector<HTMLElement>(`li[data-gang="${CSS.escape(id)}"]`)
  announce(words[back === null ? 'undone' : 'moved'] ?? '', back !== null && line !== null)
  line?.classList.add('drag-new')
  if (line === null || back === null) return
  const fields = fieldsOf({ lasts: Number(line.dataset['varer']) }, back)
  banner?.querySelector('button')?.addEventListener('click', () => {
    move(line, fields, null).catch(() => announce(words['failed'] ?? ''))
  })
}

const spotUnder = (one: Held, { clientX, clientY }: PointerEvent): Spot | undefined => {
  const cell = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('tr[data-sted] td[data-dag]')
  if (!cell) return undefined
  const { left, width } = cell.getBoundingClientRect()
  const middle = drawn.from + ((clientX - left) / width) * (drawn.to - drawn.from)
  const asked = Math.round((middle - one.lasts / 2) / halfHour) * halfHour
  const from = Math.max(drawn.from, Math.min(asked, Math.max(drawn.from, drawn.to - one.lasts)))
  // Its own hour is what is most often meant, and takes hold from a little away.
  return { day: dayOf(cell), venue: venueOf(cell), from: Math.abs(from - one.start.from) < 45 ? one.start.from : from }
}

const edge = 56

const follow = (line: HTMLElement, down: PointerEvent): void => {
  const stop = new AbortController()
  const { signal } = stop
  const onMove = (event: PointerEvent): void => {
    if (!held && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < 6) return
    event.preventDefault()
    getSelection()?.removeAllRanges()
    held ??= take(line)
    const at = spotUnder(held, event)
    if (at) show(held, at)
    putBubble(event.clientX, event.clientY)
    if (event.clientY < edge) scrollBy(0, -12)
    if (event.clientY > innerHeight - edge) scrollBy(0, 12)
  }
  const onUp = (event: PointerEvent): void => {
    stop.abort()
    if (!held) return
    // The click that ends it opens no page.
    const quiet = (click: Event): void => {
      click.preventDefault()
      click.stopPropagation()
    }
    addEventListener('click', quiet, { capture: true, once: true })
    setTimeout(() => removeEventListener('click', quiet, { capture: true }))
    if (event.type === 'pointerup' && spotUnder(held, event)) drop()
    else leave()
  }
  addEventListener('pointermove', onMove, { signal })
  addEventListener('pointerup', onUp, { signal })
  addEventListener('pointercancel', onUp, { signal })
  addEventListener('keydown', ({ key }) => key === 'Escape' && (stop.abort(), leave()), { signal })
}

/** Where an arrow leads from a spot; the same spot at the edge of the week. */
const walked = (one: Held, key: string, isDay: boolean): Spot => {
  const { at, lasts } = one
  const step = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const venues = rows().map((row) => row.dataset['sted'] ?? '')
    return { ...at, venue: venues[venues.indexOf(at.venue) + step] ?? at.venue }
  }
  if (!isDay) {
    const from = at.from + step * halfHour
    return from < 0 || from + lasts >= 24 * 60 ? at : { ...at, from }
  }
  const days = cellsOf(rows()[0]).map(dayOf)
  return { ...at, day: days[days.indexOf(at.day) + step] ?? at.day }
}

const onKey = (line: HTMLElement, event: KeyboardEvent): void => {
  const { key, shiftKey } = event
  if (key === 'Escape' && held) leave()
  else if (key === 'Enter' && held) drop()
  else if (/^Arrow/.test(key)) {
    held ??= take(line)
    show(held, walked(held, key, shiftKey))
  } else return
  event.preventDefault()
}

for (const line of document.querySelectorAll<HTMLElement>('li[data-gang]')) {
  line.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch' && event.button === 0) follow(line, event)
  })
  line.addEventListener('dragstart', (event) => event.preventDefault())
  const link = line.querySelector<HTMLElement>('.grid-move')
  link?.addEventListener('keydown', (event) => onKey(line, event))
  link?.addEventListener('blur', leave)
}
if (guide) guide.hidden = false
offerUndo()
