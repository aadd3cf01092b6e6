/** A physical activity of OpenActive's list. */
interface ListedActivity {
  readonly id: string
  readonly prefLabel: string
  readonly words: RegExp
}

const list = 'https://openactive.io/activity-list'

/** The activities that titles in Danish tell of without doubt. Source: OpenActive's activity list, which names physical activities alone. */
const activities: readonly ListedActivity[] = [
  { id: '0a5f732d-e806-4e51-ad40-0a7de0239c8c', prefLabel: 'Football', words: /fodbold/i },
  { id: 'c0360db0-a817-4bae-9167-40f89b49fc9e', prefLabel: 'Badminton', words: /badminton/i },
  { id: '72ddb2dc-7d75-424e-880a-d90eabe91381', prefLabel: 'Running', words: /\bløbe(?:hold|klub|tur|træning)/i },
]

/** The activity a title names, as OpenActive writes it; undefined where it is none of its list that we know. */
export const findActivity = (title: string): Record<string, string> | undefined => {
  const found = activities.find(({ words }) => words.test(title))
  return found && { '@type': 'Concept', '@id': `${list}#${found.id}`, prefLabel: found.prefLabel, inScheme: list }
}
