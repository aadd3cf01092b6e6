// What the residents' pages can do beyond being read: kept on the phone, put on its screen, shared, and told of changes. All of it optional.
interface InstallOffer {
  prompt(): Promise<unknown>
}

const isOffer = (event: object): event is InstallOffer => 'prompt' in event

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector)

const say = (near: HTMLElement, words: string | undefined): void => {
  const status = near.querySelector('output')
  if (status) status.textContent = words ?? ''
}

const offerInstall = (): void => {
  const hint = find('#installer')
  if (!hint || localStorage.getItem('brobyg-ikke-nu') !== null) return
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    hint.hidden = false
    hint.querySelector('[value="ja"]')?.addEventListener('click', () => {
      hint.hidden = true
      if (isOffer(event)) void event.prompt()
    })
    hint.querySelector('[value="nej"]')?.addEventListener('click', () => {
      hint.hidden = true
      localStorage.setItem('brobyg-ikke-nu', new Date().toISOString())
    })
  })
}

const offerShare = (): void => {
  const form = find('#del')
  const button = form?.querySelector('button')
  const { share, clipboard }: Partial<Pick<Navigator, 'share' | 'clipboard'>> = navigator
  if (!form || !button || !(share || clipboard)) return
  form.hidden = false
  button.addEventListener('click', () => {
    const url = location.href
    if (share) void share.call(navigator, { title: document.title, url }).catch(() => undefined)
    else void clipboard?.writeText(url).then(() => say(form, form.dataset['copied']))
  })
}

const send = (path: string, body: Record<string, unknown>): Promise<Response> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) form.set(name, String(value))
  return fetch(path, { method: 'POST', body: form })
}

const subscribed = async (): Promise<PushSubscription> => {
  const worker = await navigator.serviceWorker.ready
  const known = await worker.pushManager.getSubscription()
  if (known) return known
  const applicationServerKey = await (await fetch('/besked/noegle')).text()
  return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
}

/** Asks to be told, or not any more, and says that it was done. */
const settle = async (form: HTMLFormElement, wish: object, isStopping: boolean): Promise<void> => {
  const { endpoint, keys } = (await subscribed()).toJSON()
  const answer = await send(isStopping ? '/besked/stop' : '/besked', { ...wish, endpoint, ...keys })
  if (!answer.ok) throw new Error(String(answer.status))
  const stop = form.querySelector<HTMLElement>('[value="stop"]')
  if (stop) stop.hidden = isStopping
  say(form, isStopping ? '' : form.dataset['told'])
}

const offerNotices = (): void => {
  const form = find('#besked')
  if (!(form instanceof HTMLFormElement) || !('PushManager' in window) || Notification.permission === 'denied') return
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const wish = Object.fromEntries(new FormData(form))
    const isStopping = event.submitter?.getAttribute('value') === 'stop'
    settle(form, wish, isStopping).catch(() => say(form, form.dataset['failed']))
  })
}

/** An open choice closes when one looks elsewhere. */
const closeChoices = (event: Event): void => {
  for (const open of document.querySelectorAll<HTMLDetailsElement>('.res-menu[open], .res-speak[open]')) {
    const isInside = event.target instanceof Node && open.contains(event.target)
    if (event instanceof KeyboardEvent ? event.key === 'Escape' : !isInside) open.open = false
  }
}

if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
document.addEventListener('click', closeChoices)
document.addEventListener('keydown', closeChoices)
for (const button of document.querySelectorAll<HTMLElement>('[data-skriv-ud]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
offerInstall()
offerShare()
offerNotices()
