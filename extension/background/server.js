/**
 * Talking to the server: the only place that does. Each time before a token or a page leaves this browser, whoever listens
 * there proves that it knows the token: the service may have ended a moment ago, and another program have its port. That
 * one hears a number that means nothing to it.
 */
import { STANDARD, patternOf } from '../lib/address.js'
import { browser } from '../lib/browser.js'
import { proofOf, randomHex } from '../lib/digest.js'
import { read, write } from './storage.js'

const PROTOCOL = 1
const NONCE = 32 // bytes
const PATIENCE = 60_000 // milliseconds; a large page on a busy machine
const PATIENCE_WITH_STRANGERS = 10_000 // who says hello does little else
const VERSION = browser.runtime.getManifest().version

/** Why the server cannot be asked. cause is one of: down other version stranger unknown token permission unpaired busy. */
export class Trouble extends Error {
  constructor(cause) {
    super(cause)
    this.cause = cause
  }
}

/** @returns {Promise<{address: string, token?: string, token_id?: string, browser?: string}>} */
export const connection = async () => ({ address: STANDARD, ...(await read('connection')) })

export const setConnection = (made) => write('connection', made)

/** Have whoever listens prove to be ours. Raises Trouble. */
export async function ready() {
  const { address, token, token_id: id } = await connection()
  if (!token) throw new Trouble('unpaired')
  await prove(address, { token, token_id: id })
  return { address, token }
}

/** Ask the API, as this browser. Raises Trouble; an answer of any other status is the caller's. */
export async function call(method, path, body) {
  const { address, token } = await ready()
  const answer = await request(address, method, path, body, { Authorization: `Bearer ${token}` })
  if (answer.status === 401 || answer.status === 403) throw new Trouble('token')
  return answer
}

/** As call, for what must not go wrong: gives the body. Raises Trouble, and Error with the server's own words. */
export async function get(path, method = 'GET', body = undefined) {
  const answer = await call(method, path, body)
  if (answer.status >= 500) throw new Trouble('busy')
  if (answer.status >= 400) throw new Error(answer.body?.error?.message ?? `HTTP ${answer.status}`)
  return answer.body
}

/** Whether Groundwork listens at an address. Raises Trouble if not. */
export async function hello(address, patience = PATIENCE_WITH_STRANGERS) {
  if (!(await isAllowed(address))) throw new Trouble('permission')
  const { body } = await request(address, 'GET', '/hello', undefined, {}, patience)
  if (body?.service !== 'groundwork') throw new Trouble('other')
  if (body.api !== PROTOCOL) throw new Trouble('version')
}

/** A request without a token. Raises Trouble if nobody answers, or nobody of ours. */
export async function request(address, method, path, body, headers = {}, patience = PATIENCE) {
  const answer = await reach(`${address}/api/v1${path}`, {
    method,
    headers: {
      'X-Groundwork-Client': `extension/${VERSION}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  })
  return { status: answer.status, body: await parsed(answer) }
}

/** Have whoever listens at an address prove to know a token, which is not told. Raises Trouble if they do not. */
export async function prove(address, { token, token_id: id }) {
  const nonce = randomHex(NONCE)
  const answer = await request(address, 'POST', '/prove', { token_id: id, nonce })
  if (answer.status === 404 && answer.body?.error) throw new Trouble('unknown')
  if (answer.status >= 500) throw new Trouble('busy')
  if (answer.body?.proof !== (await proofOf(token, new URL(address).host, nonce))) throw new Trouble('stranger')
}

async function reach(url, how) {
  try {
    return await fetch(url, how)
  } catch (error) {
    console.info('Nobody answered:', String(error))
    throw new Trouble((await isAllowed(url)) ? 'down' : 'permission')
  }
}

const isAllowed = (address) => browser.permissions.contains({ origins: [patternOf(address)] })

async function parsed(answer) {
  const text = await answer.text()
  if (!text) return null
  try {
    return JSON.parse(text)
  } catch (error) {
    console.info('Not an answer of ours:', String(error))
    throw new Trouble('other')
  }
}
