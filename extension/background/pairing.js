/** How this browser and Groundwork come to know each other, and what is wrong when they do not. */
import { USUAL, readAddress } from '../lib/address.js'
import { browser } from '../lib/browser.js'
import { Trouble, connection, get, hello, prove, request, setConnection } from './server.js'

const SHORT = 2000 // milliseconds for each place where it is looked for
const LOST = new Set(['down', 'other'])

/**
 * What stands between this browser and the server. cause is "ok", "wrong_port" (nobody there, but Groundwork at `found`),
 * "taken" (another program there, and Groundwork at `found`) or one of Trouble.
 * @returns {Promise<{cause: string, address: string, found: string}>}
 */
export async function diagnose() {
  const { address } = await connection()
  const cause = await causeOf(() => hello(address).then(() => get('/interviews')))
  const found = LOST.has(cause) ? await elsewhere(address) : ''
  if (found) return { cause: cause === 'down' ? 'wrong_port' : 'taken', address, found }
  return { cause, address, found }
}

/* Where on this computer Groundwork says hello, if it does not where it should. */
async function elsewhere(address) {
  const places = USUAL.filter((place) => place !== address)
  const causes = await Promise.all(places.map((place) => causeOf(() => hello(place, SHORT))))
  return places.find((_, at) => causes[at] === 'ok') ?? ''
}

/** Where Groundwork listens. One that moved and proves to be the one of before stays connected. Raises Error("address") or Error("https"). */
export async function setAddress({ address }) {
  const { origin, wrong } = readAddress(address)
  if (wrong) throw new Error(wrong)
  const before = await connection()
  if (origin !== before.address) {
    const isSame = before.token && (await causeOf(() => prove(origin, before))) === 'ok'
    await setConnection(isSame ? { ...before, address: origin } : { address: origin })
  }
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
