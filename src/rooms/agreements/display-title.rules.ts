import type { AgreementDocument } from './agreement-format.ts'

/** The title as people read it: capitals all through become ordinary letters, with the names of the places kept. */
export const displayTitle = ({
  title,
  district,
  municipality,
}: Pick<AgreementDocument, 'title' | 'district' | 'municipality'>): string | null => {
  if (title === null || title !== title.toLocaleUpperCase('da') || title === title.toLocaleLowerCase('da')) return title
  const plain = title.toLocaleLowerCase('da')
  const sentence = plain.charAt(0).toLocaleUpperCase('da') + plain.slice(1)
  return [district, municipality]
    .filter((name) => name !== null && name !== '')
    .reduce<string>((text, name) => text.replaceAll(name?.toLocaleLowerCase('da') ?? '', name ?? ''), sentence)
}
