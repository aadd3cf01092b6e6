import { availableParallelism } from 'node:os'
import { exportAgreement } from '../src/rooms/agreements/documents/export-agreement.ts'
import type { ExportFormat } from '../src/rooms/agreements/documents/export-agreement.ts'
import { longSampleAgreement, sampleAgreement } from '../src/rooms/agreements/documents/sample-agreement.ts'

const rounds = 9
const formats: ExportFormat[] = ['pdf', 'docx', 'html', 'json']

const median = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

console.log(`documents, median of ${rounds}, ${availableParallelism()} cores (goal: about 20 pages in < 1,000 ms)`)
for (const [name, agreement] of [
  ['sample, 6 pages', sampleAgreement],
  ['long, about 20 pages', longSampleAgreement],
] as const) {
  for (const format of formats) {
    const first = await time(() => exportAgreement(agreement, format, 'da'))
    const later: number[] = []
    for (let round = 0; round < rounds; round++) later.push(await time(() => exportAgreement(agreement, format, 'da')))
    const { bytes } = await exportAgreement(agreement, format, 'da')
    console.log(
      `${name.padEnd(22)} ${format.padEnd(5)} ${median(later).toFixed(0).padStart(5)} ms, first ${first.toFixed(0)} ms, ${(bytes.length / 1024).toFixed(0)} KB`,
    )
  }
}
