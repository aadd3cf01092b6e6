import type { FC } from 'hono/jsx'

/** The agreements and activities to choose among. */
export type ActivityChoices = readonly {
  readonly slug: string
  readonly name: string
  readonly activities: readonly { readonly id: string; readonly name: string }[]
}[]

interface ActivityOptionsProps {
  choices: ActivityChoices
  /** The agreement's address, or with the activity's id after a slash; empty = neither. */
  chosen: string
  wholeAgreement: (name: string) => string
}

/** Agreements with their activities, as the options of a select. */
export const ActivityOptions: FC<ActivityOptionsProps> = ({ choices, chosen, wholeAgreement }) => (
  <>
    {choices.map(({ slug, name, activities }) => (
      <optgroup label={name}>
        <option value={slug} selected={chosen === slug}>
          {wholeAgreement(name)}
        </option>
        {activities.map((activity) => (
          <option value={`${slug}/${activity.id}`} selected={chosen === `${slug}/${activity.id}`}>
            {activity.name}
          </option>
        ))}
      </optgroup>
    ))}
  </>
)
