/** Where Groundwork can be: on this computer, at the literal 127.0.0.1, or on another one that is reached over https. */

export const STANDARD = 'http://127.0.0.1:8765'
export const USUAL = [STANDARD, ...[8766, 8767, 8800].map((port) => `http://127.0.0.1:${port}`)] // where else it is started

/**
 * The origin that somebody typed: a port, or an address.
 * @param {string} typed
 * @returns {{origin: string, wrong: ''|'address'|'https'}} origin is empty where pages may not be sent to
 */
export function readAddress(typed) {
  const text = typed.trim()
  const address = /^\d+$/.test(text) ? `http://127.0.0.1:${text}` : text
  if (!URL.canParse(address)) return { origin: '', wrong: 'address' }
  const { protocol, hostname, origin } = new URL(address)
  if (protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')) return { origin, wrong: '' }
  return { origin: '', wrong: protocol === 'http:' ? 'https' : 'address' }
}

/** Whether it is on another computer, which the browser must be asked about. @param {string} origin */
export const isElsewhere = (origin) => origin.startsWith('https:')

/** The permission it takes for an address: all of its host. @param {string} address */
export function patternOf(address) {
  const { protocol, hostname } = new URL(address)
  return `${protocol}//${hostname}/*`
}
