import type { Contents } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { loadSampleIfEmpty } from './sample.ts'

/** The sample partnership, loaded at the moment tests usually begin at. */
export const theSample: Contents = {
  name: 'sample',
  put: (database) => loadSampleIfEmpty(testPlatform(database)),
}
