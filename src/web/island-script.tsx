import type { FC } from 'hono/jsx'
import { assetHref } from './assets.ts'

/** The script of an island, `src/web/islands/<island>.ts`: the only way a script comes onto a page, with the page's nonce that lets it run. */
export const IslandScript: FC<{ nonce: string; island: string }> = ({ nonce, island }) => (
  <script type="module" src={assetHref(`${island}.js`)} nonce={nonce} />
)
