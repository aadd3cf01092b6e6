import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { jsonLdOf, scriptJson } from '../../feeds/json-ld.ts'
import type { ListedOccurrence } from '../../listed-occurrence.ts'

/** What a page tells of a time, for search engines: data, which no browser runs. Nothing where it is not for everyone. */
export const EventData: FC<{ occurrence: ListedOccurrence; baseUrl: string }> = ({ occurrence, baseUrl }) =>
  occurrence.series.isPublished ? (
    <script type="application/ld+json">{raw(scriptJson(jsonLdOf(occurrence, baseUrl)))}</script>
  ) : null
