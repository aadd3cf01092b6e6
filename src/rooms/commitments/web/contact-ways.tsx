import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import type { PostContact } from '../../parties/index.ts'
import { postTexts } from './post.texts.ts'

/** How to reach somebody at work: mail and phone, as far as they are known. */
export const ContactWays: FC<{ page: PageContext; contact: Pick<PostContact, 'email' | 'phone'> }> = ({
  page,
  contact: { email, phone },
}) => (
  <p class="contact-ways">
    {email === null ? (
      <span class="person-facts">{pick(postTexts, page.language).noMail}</span>
    ) : (
      <a href={`mailto:${email}`}>{email}</a>
    )}
    {phone !== null && <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>}
  </p>
)
