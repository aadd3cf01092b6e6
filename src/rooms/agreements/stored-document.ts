import type { AgreedActivity, AgreementDocument } from './agreement-format.ts'

type LaterFields = 'template' | 'attachments' | 'signatories'
type LaterOfActivity = 'role' | 'focusAreas'

/** A document as it was stored: those of before some fields were added lack them. */
export type StoredDocument = Omit<AgreementDocument, LaterFields | 'activities'> &
  Partial<Pick<AgreementDocument, LaterFields>> & {
    activities: (Omit<AgreedActivity, LaterOfActivity> & Partial<Pick<AgreedActivity, LaterOfActivity>>)[]
  }

/** The document with what it lacks filled in; what is stored stays as it was. */
export const completed = (document: StoredDocument): AgreementDocument => ({
  template: null,
  attachments: [],
  signatories: [],
  ...document,
  activities: document.activities.map((activity) => ({ role: 'activity', focusAreas: [], ...activity })),
})
