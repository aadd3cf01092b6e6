export { calendarRoutes } from './calendar.routes.ts'
export { feedRoutes } from './feeds/feed.routes.ts'
