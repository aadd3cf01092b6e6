import { cprMask, maskCpr } from '../private-text/cpr.rules.ts'

/** A field that holds the shape of a CPR number, with the words around it; the number itself is masked. */
export interface CprFind {
  readonly field: string
  readonly isFileName: boolean
  readonly excerpt: string
}

const around = 48

/** The fields of a form, and the names of the files in it, that hold the shape of a CPR number. */
export const cprFinds = (form: FormData): CprFind[] =>
  [...form].flatMap(([field, value]) => {
    const text = typeof value === 'string' ? value : value.name
    const masked = maskCpr(text)
    if (masked === text) return []
    return [{ field: maskCpr(field), isFileName: typeof value !== 'string', excerpt: excerptOf(masked) }]
  })

// Cut between words, so that none is shown halved.
const excerptOf = (masked: string): string => {
  const at = masked.indexOf(cprMask)
  const [before, after] = [masked.slice(0, at), masked.slice(at + cprMask.length)]
  const near = before.length <= around ? before : `… ${before.slice(-around).replace(/^\S*\s/, '')}`
  const next = after.length <= around ? after : `${after.slice(0, around).replace(/\s\S*$/, '')} …`
  return `${near}${cprMask}${next}`.trim()
}

/** The form once more with every number masked, field by field; null where it holds files, which a page cannot send again. */
export const maskedFields = (form: FormData): [name: string, value: string][] | null => {
  const fields = [...form]
  if (fields.some(([, value]) => typeof value !== 'string' && (value.size > 0 || value.name !== ''))) return null
  return fields.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, maskCpr(value)]] : [],
  )
}
