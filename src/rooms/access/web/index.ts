export type { CastDesk, CastMember, SignInSettings } from './sign-in.routes.tsx'
export { signInRoutes } from './sign-in.routes.tsx'
export { rememberedPerson } from './session-cookie.ts'
