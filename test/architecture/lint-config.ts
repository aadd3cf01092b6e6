import { readFileSync } from 'node:fs'
import { lintOverridesOfTheOrder } from './lint-overrides.ts'

export const lintConfigPath = new URL('../../.oxlintrc.json', import.meta.url)

const isFromTheOrder = (override: { rules?: object }): boolean =>
  override.rules !== undefined && 'no-restricted-imports' in override.rules

/** `.oxlintrc.json` as it must read: its hand-kept part as it stands, then what follows from the order of rooms. */
export const lintConfigAsItMustRead = (): object => {
  const config: { overrides: { rules?: object }[] } = JSON.parse(readFileSync(lintConfigPath, 'utf8'))
  const byHand = config.overrides.filter((override) => !isFromTheOrder(override))
  return { ...config, overrides: [...byHand, ...lintOverridesOfTheOrder()] }
}
