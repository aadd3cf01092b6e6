export type { InvitationDesk } from './invitation.routes.tsx'
export { partyRoutes } from './party.routes.ts'
