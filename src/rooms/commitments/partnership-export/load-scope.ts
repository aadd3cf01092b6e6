import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Language } from '../../../platform/language.ts'
import type { ExportScope } from './part.ts'
import { getPlanNamed, listVersionsBy } from './scope.queries.ts'

export interface AskedScope {
  readonly day: Day
  /** A plan by its id or name; null = all. */
  readonly plan: string | null
  readonly language: Language
}

/** What would be taken out, as the actor of the transaction may see it. Throws Refused('plan_not_found'). */
export const loadScope = async (tx: ReadTx, { day, plan, language }: AskedScope): Promise<ExportScope> => {
  const chosen = plan === null ? null : await getPlanNamed(tx, plan)
  const planId = chosen?.planId ?? null
  return { day, language, planId, plan: chosen?.name ?? null, versions: await listVersionsBy(tx, day, planId) }
}
