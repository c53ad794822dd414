/** How pages of ours ask the background, which alone writes and alone talks to the server. */
import { browser } from './browser.js'

/**
 * Raises what the background raised. Asked once more if the background ended while it was asked: every request bears that.
 * @param {string} what @param {object} [more]
 */
export async function ask(what, more = {}) {
  const message = { what, ...more }
  const answer = (await once(message)) ?? (await once(message))
  if (!answer) throw new Error('no_background')
  if ('error' in answer) throw new Error(answer.error)
  return answer.value
}

async function once(message) {
  try {
    return await browser.runtime.sendMessage(message)
  } catch (error) {
    console.info('The background was not there:', String(error))
    return null
  }
}
