import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { SecondaryButton, TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { StandingItem } from '../agenda/agenda.ts'
import { editGroupTexts } from '../group/edit-group.texts.ts'
import { inLanguage, wordsOfStanding } from '../agenda/item-words.ts'
import type { EditGroupProps } from './edit-group-props.ts'
import { meetingPaths } from './meetings.paths.ts'

type StandingProps = Pick<EditGroupProps, 'page' | 'loaded' | 'standing'>

/** What stands on every agenda of the group. */
export const StandingPart: FC<StandingProps> = (props) => {
  const { page, loaded } = props
  const words = pick(editGroupTexts, page.language)
  const standing = props.standing.map((item) => inLanguage({ ...item, words: wordsOfStanding(item) }, page.language))
  return (
    <section class="meetings-part" aria-labelledby="faste">
      <h2 id="faste">{words.standing}</h2>
      <p class="hint">{words.standingLead}</p>
      <ol class="agenda">
        {standing.map((item, at) => (
          <li>
            <div class="agenda-edit">
              <Order {...props} item={item} at={at} />
              <details class="quiet-form">
                <summary>
                  {item.title} <span class="meeting-facts">{item.body}</span>
                </summary>
                <form class="form" method="post" action={meetingPaths.standing(loaded.group.groupId)}>
                  <Hidden {...props} at={at} />
                  <Fields page={page} id={String(at)} item={item} />
                  <p class="actions">
                    <SecondaryButton name="goer" value="write">
                      {words.save}
                    </SecondaryButton>
                    <SecondaryButton name="goer" value="remove" novalidate>
                      {words.removeItem}
                    </SecondaryButton>
                  </p>
                </form>
              </details>
            </div>
          </li>
        ))}
      </ol>
      <details class="quiet-form">
        <summary>{words.addItem}</summary>
        <form class="form" method="post" action={meetingPaths.standing(loaded.group.groupId)}>
          <Hidden {...props} at={null} />
          <Fields page={page} id="nyt" item={null} />
          <p class="actions">
            <SecondaryButton name="goer" value="add">
              {words.addItem}
            </SecondaryButton>
          </p>
        </form>
      </details>
    </section>
  )
}

const Hidden: FC<StandingProps & { at: number | null }> = ({ loaded, at }) => (
  <>
    <input type="hidden" name="udgave" value={loaded.group.version} />
    {at !== null && <input type="hidden" name="nr" value={at} />}
  </>
)

const Order: FC<StandingProps & { item: StandingItem; at: number }> = (props) => {
  const { page, loaded, standing, item, at } = props
  const words = pick(editGroupTexts, page.language)
  return (
    <form method="post" action={meetingPaths.standing(loaded.group.groupId)}>
      <Hidden {...props} />
      {at > 0 && (
        <button class="agenda-move" name="goer" value="up" aria-label={words.up(item.title)} type="submit">
          ↑
        </button>
      )}
      {at < standing.length - 1 && (
        <button class="agenda-move" name="goer" value="down" aria-label={words.down(item.title)} type="submit">
          ↓
        </button>
      )}
    </form>
  )
}

const Fields: FC<{ page: PageContext; id: string; item: StandingItem | null }> = ({ page, id, item }) => {
  const words = pick(editGroupTexts, page.language)
  return (
    <>
      <TextField
        name="titel"
        id={`titel-${id}`}
        label={words.itemTitle}
        value={item?.title ?? ''}
        required
        maxlength={200}
      />
      <TextField name="tekst" id={`tekst-${id}`} label={words.itemBody} value={item?.body ?? ''} rows={2} />
      <TextField
        name="minutter"
        id={`minutter-${id}`}
        label={words.itemMinutes}
        type="number"
        value={item?.minutes?.toString() ?? ''}
      />
    </>
  )
}
