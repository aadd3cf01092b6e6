export { confirmRoutes } from './confirm.routes.tsx'
export { livingContractRoutes } from './living-contract.routes.tsx'
