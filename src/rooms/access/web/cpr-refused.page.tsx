import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { privateTexts } from '../private-text/private-text.texts.ts'
import type { CprFind } from './cpr-finds.ts'

interface CprRefusedProps {
  page: PageContext
  finds: readonly CprFind[]
  /** Where to, and with what, the form can be sent again without the number. */
  again: { action: string; fields: readonly [name: string, value: string][] } | null
}

/** Says where a CPR number stands, without the number, and how to go on without losing what was typed. */
export const CprRefusedPage: FC<CprRefusedProps> = ({ page, finds, again }) => {
  const words = pick(privateTexts, page.language)
  return (
    <Frame page={page} title={words.cprTitle}>
      <h1>{words.cprTitle}</h1>
      <Message tone="refused">{words.cprIntro}</Message>
      <h2>{words.cprWhere}</h2>
      <dl class="summary">
        {finds.map((find) => (
          <>
            <dt>{find.isFileName ? words.cprInFileName(find.field) : words.cprInField(find.field)}</dt>
            <dd class="masked">{find.excerpt}</dd>
          </>
        ))}
      </dl>
      {again && (
        <form method="post" action={again.action} class="form send-again">
          {again.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <div>
            <PrimaryButton>{words.cprSendWithout}</PrimaryButton>
            <p class="hint">{words.cprSendHint}</p>
          </div>
        </form>
      )}
      <p>{finds.some(({ isFileName }) => isFileName) ? words.cprRename : words.cprBack}</p>
      <p>{words.cprMistaken}</p>
    </Frame>
  )
}
