import type { PersonAtDoor } from '../sign-in-link.ts'
import type { CastMember } from './cast-member.ts'

/** What signing in needs of the rooms that know people; handed in by the application. */
export interface PeopleDesk {
  /** Who may be chosen while Brobyg is tried out. */
  listCast(): Promise<CastMember[]>
  /** Adds the first person to an empty partnership and answers with the new id. */
  addPerson(form: { name: string; post: string; organisation: string }): Promise<string>
  /** Who has their mail at the address. */
  findPeopleByMail(address: string): Promise<PersonAtDoor[]>
  /** Where a person has their mail; null = nowhere known. */
  findMailOf(personId: string): Promise<string | null>
}
