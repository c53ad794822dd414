/** Digests, as hex. */

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const bytes = (text) => new TextEncoder().encode(text)
const sha256 = (text) => crypto.subtle.digest('SHA-256', bytes(text))

/** @param {string} text @returns {Promise<string>} 64 signs */
export const digest = async (text) => hex(await sha256(text))

/** What a page is known by on both sides: 16 signs of the digest of salt and normalised address. */
export const pageHash = async (salt, normal) => (await digest(salt + normal)).slice(0, 16)

/** As many random bytes, as hex. @param {number} count */
export const randomHex = (count) => hex(crypto.getRandomValues(new Uint8Array(count)))

/**
 * What only a server that knows the token can answer to a nonce: HMAC-SHA256 under the digest of the token. The host is in
 * it, so that a program at another port cannot pass on the answer of ours.
 * @param {string} token @param {string} host with its port @param {string} nonce
 */
export async function proofOf(token, host, nonce) {
  const how = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', await sha256(token), how, false, ['sign'])
  return hex(await crypto.subtle.sign('HMAC', key, bytes(`groundwork-prove:${host}:${nonce}`)))
}
