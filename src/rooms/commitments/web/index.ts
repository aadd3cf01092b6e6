export { commitmentRoutes } from './commitment.routes.ts'
export { promiseTexts } from './promise.texts.ts'
