export { calendarRoutes } from './calendar.routes.ts'
export { feedRoutes } from './feeds/feed.routes.ts'
export { promiseCalendar } from './promise-calendar.ts'
export { stopCalendarMailRoutes } from './held-link.routes.tsx'
