export { residentRoutes } from './resident.routes.tsx'
