export { commitmentRoutes } from './commitment.routes.ts'
export { promiseTexts } from './promise.texts.ts'
export { stopMailRoutes } from './promise-list-mail.routes.tsx'
