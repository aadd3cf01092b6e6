import { writeFileSync } from 'node:fs'
import { lintConfigAsItMustRead, lintConfigPath } from './lint-config.ts'

writeFileSync(lintConfigPath, `${JSON.stringify(lintConfigAsItMustRead(), null, 2)}\n`)
