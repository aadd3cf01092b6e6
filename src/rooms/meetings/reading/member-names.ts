/** Members in brackets: "(skolens lærer, en fra politiet)"; two or more, else it is an aside. */
export const listedIn = (text: string): string[] => {
  for (const [, inside = ''] of text.matchAll(/\(([^()]{10,400})\)/gu)) {
    const names = splitNames(inside)
    if (
      names.length >= 2 &&
      names.every((name) => name.split(' ').length <= 8 && !/inviteres|efter behov|samarbejdes/iu.test(name))
    )
      return names
  }
  return []
}

/** Members told in a sentence: "Koordinationsgruppen, som er rådgiveren og en medarbejder fra hver plan, planlægger …". */
export const membersIn = (text: string): string[] => {
  const [, inside = ''] =
    /(?:som er|består af|medlemmer er|med deltagelse af)\s+([^:.;]+?)(?:,\s+\p{L}+(?:er|r)\s|[:.;]|$)/iu.exec(text) ??
    []
  if (inside !== '') return splitNames(inside)
  const [, from = ''] = /repræsentanter(?:ne)?(?:[^:.;]{0,40}?)\sfra\s+([^:.;]+)[.;]?$/iu.exec(text.trim()) ?? []
  return splitNames(from)
}

const splitNames = (text: string): string[] =>
  text
    .split(/,|\s+og\s+|\s+samt\s+/iu)
    .map(seatIn)
    .filter((name) => name !== '')

/** A name in a list of members, without its bullet, stop and article. */
export const seatIn = (text: string): string =>
  text
    .trim()
    .replace(/^[•\-–·*\s]+/u, '')
    .replace(/[.;,:]+$/u, '')
    .replace(/^(?:en|et)\s+/iu, '')
    .trim()
