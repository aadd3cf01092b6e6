// The worker of the residents' pages: keeps those that were opened, so that they can be read without a connection, and shows what is told.
// It is a script of its own in the browser: what it may use is declared here, since the program's types are those of pages.
interface Waiting {
  waitUntil(work: Promise<unknown>): void
}
interface Fetched extends Waiting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Pushed extends Waiting {
  readonly data: { json(): { title: string; body: string; url: string; tag: string } } | null
}
interface Clicked extends Waiting {
  readonly notification: Notification
}
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void
  addEventListener(type: 'push', listener: (event: Pushed) => void): void
  addEventListener(type: 'notificationclick', listener: (event: Clicked) => void): void
  skipWaiting(): Promise<void>
  readonly registration: { showNotification(title: string, options: object): Promise<void> }
  readonly clients: { claim(): Promise<void>; openWindow(url: string): Promise<unknown> }
  readonly location: Location
}

/** The worker's own scope, which types of pages call a window. */
const worker: WorkerScope = Object(globalThis)

const [pages, files] = ['brobyg-sider', 'brobyg-filer']

const isKept = (path: string): boolean =>
  path === '/' || path === '/hjaelp' || /^\/det-sker\/[0-9a-f-]{36}$/.test(path) || path === '/plakat'

/** Keeps an answer that all may keep, and forgets the oldest beyond so many. */
const keep = async (name: string, request: Request | string, answer: Response, most: number): Promise<void> => {
  if (!answer.ok || /no-store/.test(answer.headers.get('cache-control') ?? '')) return
  const cache = await caches.open(name)
  await cache.delete(request)
  await cache.put(request, answer)
  const known = await cache.keys()
  for (const old of known.slice(0, Math.max(0, known.length - most))) await cache.delete(old)
}

/** A kept page, with a word at its top of when it was kept. */
const shown = async (kept: Response): Promise<Response> => {
  const text = await kept.text()
  const language = /<html lang="(\w+)"/.exec(text)?.[1] ?? 'da'
  const at = new Date(kept.headers.get('date') ?? Date.now())
  const when = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
  const told = text.replace(/(<p id="gemt"[^>]*?) hidden(?:="[^"]*")?/, '$1').replace('<time></time>', () => when)
  return new Response(told, { headers: kept.headers })
}

const page = async (request: Request, event: Waiting): Promise<Response> => {
  const { pathname } = new URL(request.url)
  try {
    const answer = await fetch(request)
    event.waitUntil(keep(pages, request.url, answer.clone(), 60))
    return answer
  } catch (error) {
    const cache = await caches.open(pages)
    const kept = await cache.match(request.url)
    if (kept) return shown(kept)
    if (pathname !== '/' && (await cache.match('/'))) return Response.redirect('/')
    throw error
  }
}

const file = async (request: Request, event: Waiting): Promise<Response> => {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  event.waitUntil(keep(files, request, answer.clone(), 30))
  return answer
}

worker.addEventListener('install', (event) => {
  event.waitUntil(
    fetch('/')
      .then((answer) => keep(pages, new URL('/', worker.location.href).href, answer, 60))
      .then(() => worker.skipWaiting()),
  )
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  // All other pages go their own way, as if there were no worker.
  if (request.mode === 'navigate' && isKept(url.pathname)) event.respondWith(page(request, event))
  else if (url.pathname.startsWith('/filer/')) event.respondWith(file(request, event))
})

worker.addEventListener('push', (event) => {
  const told = event.data?.json()
  if (!told) return
  const { title, body, tag, url } = told
  const icons = { icon: '/ikon/192.png', badge: '/ikon/maerke.png' }
  event.waitUntil(worker.registration.showNotification(title, { body, tag, ...icons, data: url }))
})

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(worker.clients.openWindow(String(event.notification.data)))
})
