import type { AgreedActivity, AgreementDocument, SectionKind } from '../agreement-format.ts'
import type { FormTemplate } from '../reader/form-template.ts'
import { readStretch } from '../reader/read-form.ts'
import { appendLines } from '../reader/read-sections.ts'
import { typedBlocks, typedParties } from './typed-blocks.rules.ts'

/** The sections whose text names posts and who holds them. */
export const isOfNames = (kind: SectionKind): boolean => kind === 'posts' || kind === 'responsible'

/** An activity with everything the text of its sections tells, as a person wrote it: parties, posts, amounts and the rest, without promises. */
export const readByHand = (
  document: AgreementDocument,
  activity: AgreedActivity,
  template: FormTemplate,
): AgreedActivity => {
  const answers = activity.sections.map(({ kind, heading, text, source }) => ({
    kind,
    heading,
    lines: appendLines([], isOfNames(kind) ? namedIn(text) : typedBlocks(text), false),
    place: source,
  }))
  return readStretch({ ...activity, isSub: activity.parentId !== null, answers, place: activity.source }, document, {
    template,
    ids: activity,
  })
}

/** Posts as typed have blank lines or bullets between their parties. */
const namedIn = (text: string) => (/^\s*[•*–-]\s/mu.test(text) ? typedBlocks(text) : typedParties(text))
