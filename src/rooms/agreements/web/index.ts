export { draftRoutes } from './draft.routes.tsx'
export type { ReadingDesk } from './reading-desk.ts'
export { takeAlongRoutes } from './take-along.routes.tsx'
export { uploadRoutes } from './upload.routes.tsx'
