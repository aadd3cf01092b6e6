export type { CastMember } from './cast-member.ts'
export type { CastDesk, SignInSettings } from './sign-in.routes.tsx'
export { signInRoutes } from './sign-in.routes.tsx'
export { rememberedPerson } from './session-cookie.ts'
