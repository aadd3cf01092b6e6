/**
 * Paths into a draft: names and numbers joined by full stops (`activities.2.contacts.0`). A number may also be the element's own
 * id (`activities.a3.1` is not one: ids with a full stop are found by trying the longest first). `+` at the end means a new element.
 */
type Branch = { [name: string]: unknown } | unknown[]

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

/** Turns the element ids in a path into places: `activities.a3.1.contacts.0` → `activities.4.contacts.0`. Null when there is no such place. */
export const resolvePath = (root: unknown, path: string): (string | number)[] | null => {
  let rest = path === '' ? [] : path.split('.')
  let value: unknown = root
  const places: (string | number)[] = []
  while (rest.length > 0) {
    if (!isBranch(value)) return null
    const step = Array.isArray(value) ? stepInto(value, rest) : namedStep(value, rest)
    if (step === null) return null
    places.push(step.place)
    value = Array.isArray(value) ? value[Number(step.place)] : value[String(step.place)]
    rest = rest.slice(step.used)
  }
  return places
}

const namedStep = (value: { [name: string]: unknown }, rest: string[]) => {
  const name = rest[0] ?? ''
  return Object.hasOwn(value, name) ? { place: name, used: 1 } : null
}

const stepInto = (list: unknown[], rest: string[]): { place: number; used: number } | null => {
  const first = rest[0] ?? ''
  if (/^\d+$/.test(first) && Number(first) < list.length) return { place: Number(first), used: 1 }
  for (const used of [2, 1]) {
    const id = rest.slice(0, used).join('.')
    const place = list.findIndex((element) => isBranch(element) && !Array.isArray(element) && element['id'] === id)
    if (place >= 0 && rest.length >= used) return { place, used }
  }
  return null
}

/** What stands at the path; undefined when the path leads nowhere. */
export const valueAt = (root: unknown, places: readonly (string | number)[]): unknown =>
  places.reduce<unknown>(
    (value, place) =>
      isBranch(value) ? (Array.isArray(value) ? value[Number(place)] : value[String(place)]) : undefined,
    root,
  )

/** A copy of the root with the value put at the path; a list's own length as place appends. */
export const withValueAt = (root: unknown, places: readonly (string | number)[], became: unknown): unknown => {
  const [place, ...deeper] = places
  if (place === undefined) return became
  if (Array.isArray(root)) return root.toSpliced(Number(place), 1, withValueAt(root[Number(place)], deeper, became))
  const branch = isBranch(root) && !Array.isArray(root) ? root : {}
  return { ...branch, [place]: withValueAt(branch[place], deeper, became) }
}

/** A copy of the root without the list element at the path. */
export const withoutElementAt = (root: unknown, places: readonly (string | number)[]): unknown =>
  withListAt(root, places, (list, at) => list.toSpliced(at, 1))

/** A copy of the root with the element put back at its place in the list. */
export const withElementInserted = (root: unknown, places: readonly (string | number)[], element: unknown): unknown =>
  withListAt(root, places, (list, at) => list.toSpliced(at, 0, element))

const withListAt = (
  root: unknown,
  places: readonly (string | number)[],
  change: (list: unknown[], at: number) => unknown[],
): unknown => {
  const listPath = places.slice(0, -1)
  const list = valueAt(root, listPath)
  if (!Array.isArray(list)) throw new Error(`No list at ${listPath.join('.')}`)
  return withValueAt(root, listPath, change(list, Number(places.at(-1))))
}
