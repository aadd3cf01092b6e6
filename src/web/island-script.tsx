import type { FC } from 'hono/jsx'
import { assetHref } from './assets.ts'
import type { PageContext } from './page-context.ts'

/** The script of an island, `src/web/islands/<island>.ts`: with the nonce that lets it run. A script comes onto a page by this or the next alone. */
export const IslandScript: FC<{ page: Pick<PageContext, 'nonce'>; island: string }> = ({ page, island }) => (
  <script type="module" src={assetHref(`${island}.js`)} nonce={page.nonce} />
)

/** The same on a page that all share (`isForAll`): it holds nothing of one request, and its policy lets our own address's scripts run. */
export const SharedIslandScript: FC<{ island: string }> = ({ island }) => (
  <script type="module" src={assetHref(`${island}.js`)} />
)
