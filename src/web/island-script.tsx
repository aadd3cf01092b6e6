import type { FC } from 'hono/jsx'
import { assetHref } from './assets.ts'
import type { PageContext } from './page-context.ts'

/** The script of an island, `src/web/islands/<island>.ts`: the only way a script comes onto a page, with the nonce that lets it run. */
export const IslandScript: FC<{ page: Pick<PageContext, 'nonce'>; island: string }> = ({ page, island }) => (
  <script type="module" src={assetHref(`${island}.js`)} nonce={page.nonce} />
)
