import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lintConfigAsItMustRead, lintConfigPath } from './lint-config.ts'
import { projectRoot, readModules } from './modules.ts'
import { drawPicture, usesAmong } from './picture.ts'

writeFileSync(lintConfigPath, JSON.stringify(lintConfigAsItMustRead()))
execFileSync('oxfmt', [fileURLToPath(lintConfigPath)], { cwd: projectRoot, shell: process.platform === 'win32' })
writeFileSync(join(projectRoot, 'docs/architecture.svg'), drawPicture(usesAmong(readModules(projectRoot))))
console.log('Written: .oxlintrc.json and docs/architecture.svg')
