import { partnershipParts, type PartnershipPart } from './rooms/commitments/index.ts'
import { meetingParts } from './rooms/meetings/index.ts'

/** What a whole partnership is taken out as, by the rooms that have it. A room that has more hands its parts in here. */
export const partnershipPartsOfRooms: readonly PartnershipPart[] = [...partnershipParts, ...meetingParts]
