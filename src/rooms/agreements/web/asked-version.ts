import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { getVersionNumbered, getVersionOn } from '../agreement.queries.ts'
import type { AgreementVersion } from '../agreement.ts'

/** The version asked for by its number (`?udgave=2`); the one nearest to the day where none is. Throws Refused('agreement_not_found'). */
export const getAskedVersion = (
  tx: ReadTx,
  slug: string,
  number: string | undefined,
  day: Day,
): Promise<AgreementVersion> =>
  number === undefined || number === '' ? getVersionOn(tx, slug, day) : getVersionNumbered(tx, slug, Number(number))
