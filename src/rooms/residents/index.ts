export { residentLanguages } from '../../platform/resident-language.ts'
