/** Why a reservation, an anchoring plan or a notice cannot be taken as typed. */
export const reservationRefusalTexts = {
  da: {
    reservation_not_found: 'Det forbehold findes ikke, eller det er kun for parterne.',
    reservation_settled_meanwhile:
      'En anden har afklaret forbeholdet, siden du åbnede det. Sådan står det nu; skriv igen, hvis det stadig er forkert.',
    reservation_ended_too_early: (facts: { from?: string | number }) =>
      `Aftalen gælder først fra ${facts.from ?? 'senere'}. Vælg en dag efter det.`,
    activity_not_found: 'Den aktivitet findes ikke i aftalen.',
    anchoring_changed_meanwhile:
      'En anden har rettet planen, siden du åbnede den. Sådan står den nu; ret igen, hvis den stadig er forkert.',
  },
  en: {
    reservation_not_found: 'There is no such reservation, or it is for the parties only.',
    reservation_settled_meanwhile:
      'Someone else settled the reservation since you opened it. This is how it stands now; write again if it is still wrong.',
    reservation_ended_too_early: (facts: { from?: string | number }) =>
      `The agreement is in force only from ${facts.from ?? 'later'}. Choose a day after that.`,
    activity_not_found: 'The agreement has no such activity.',
    anchoring_changed_meanwhile:
      'Someone else changed the plan since you opened it. This is how it stands now; correct again if it is still wrong.',
  },
}
