export { agreementRoutes } from './agreement.routes.ts'
export type { ReadingDesk } from './reading-desk.ts'
