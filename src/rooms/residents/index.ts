export { residentLanguages } from './resident-language.ts'
