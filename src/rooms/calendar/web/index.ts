export { calendarRoutes } from './calendar.routes.ts'
export { stopCalendarMailRoutes } from './held-link.routes.tsx'
