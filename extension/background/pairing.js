/** How this browser and Groundwork come to know each other, and what is wrong when they do not. */
import { browser } from '../lib/browser.js'
import { STANDARD, Trouble, connection, get, hello, request, setConnection } from './server.js'

/** What stands between this browser and the server: {cause, address, found}; cause is "ok", "wrong_port" or one of Trouble. */
export async function diagnose() {
  const { address } = await connection()
  const cause = await causeOf(() => hello(address).then(() => get('/interviews')))
  if (cause === 'down' && address !== STANDARD && (await causeOf(() => hello(STANDARD))) === 'ok') {
    return { cause: 'wrong_port', address, found: STANDARD }
  }
  return { cause, address }
}

/** Where Groundwork listens. Another machine must be reached over https. */
export async function setAddress({ address }) {
  const origin = addressOf(address)
  const before = await connection()
  if (origin !== before.address) await setConnection({ address: origin })
  return diagnose()
}

/** Become known to the server by the code that its page shows. @returns {Promise<{cause: string, hint?: string}>} */
export async function pair({ code }) {
  const { address } = await connection()
  const cause = await causeOf(() => hello(address))
  if (cause !== 'ok') return { cause }
  const name = await browserName()
  const answer = await request(address, 'POST', '/pair', { code: code.trim().toUpperCase(), browser: name })
  if (answer.status !== 201) return { cause: answer.status === 429 ? 'too_often' : 'code', hint: answer.body?.error?.hint }
  const { token, token_id } = answer.body
  await setConnection({ address, token, token_id, browser: name })
  return diagnose()
}

/** Forget each other. The server is told if it can be. */
export async function unpair() {
  const { address } = await connection()
  const cause = await causeOf(() => get('/pair', 'DELETE'))
  await setConnection({ address })
  return { cause }
}

/** An origin that pages may be sent to. Raises Error("address") for anything else. */
function addressOf(text) {
  const typed = /^\d+$/.test(text.trim()) ? `http://127.0.0.1:${text.trim()}` : text.trim()
  if (!URL.canParse(typed)) throw new Error('address')
  const { protocol, hostname, origin } = new URL(typed)
  if (protocol !== 'https:' && !(protocol === 'http:' && hostname === '127.0.0.1')) throw new Error('address')
  return origin
}

async function causeOf(asking) {
  try {
    await asking()
    return 'ok'
  } catch (error) {
    if (error instanceof Trouble) return error.cause
    console.warn('The server refused:', error)
    return 'other'
  }
}

async function browserName() {
  const { os } = await browser.runtime.getPlatformInfo()
  const kinds = [['Edg/', 'Edge'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome']]
  const [, kind] = kinds.find(([mark]) => navigator.userAgent.includes(mark)) ?? ['', 'Browser']
  const systems = { mac: 'macOS', win: 'Windows', linux: 'Linux', cros: 'ChromeOS', android: 'Android' }
  return `${kind} on ${systems[os] ?? os}`
}
