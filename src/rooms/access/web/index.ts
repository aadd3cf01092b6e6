export type { CastMember } from './cast-member.ts'
export type { CastDesk } from './sign-in.routes.tsx'
export { signInRoutes } from './sign-in.routes.tsx'
export { forgetSession, rememberedToken } from './session-cookie.ts'
