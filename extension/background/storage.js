/** Extension storage, written by the background alone and by one step at a time. */
import { browser } from '../lib/browser.js'

const area = browser.storage.local
let last = Promise.resolve()

/** What stands under a key, or what is given instead. */
export async function read(key, otherwise = null) {
  return (await area.get(key))[key] ?? otherwise
}

export const write = (key, value) => area.set({ [key]: value })

/** Change what stands under a key; null takes it away. Changes run one after another. @returns {Promise<any>} what stands there now */
export function change(key, step, otherwise = null) {
  return inTurn(async () => {
    const before = await read(key, otherwise)
    const after = await step(before)
    if (after === before) return before
    await (after === null ? area.remove(key) : write(key, after))
    return after
  })
}

/** Everything of a kind: the values of all keys that begin so. */
export async function every(prefix) {
  const all = await area.get(null)
  return Object.keys(all).filter((key) => key.startsWith(prefix)).map((key) => all[key])
}

/** Delete all that this browser keeps of Groundwork. */
export const forgetAll = () => inTurn(() => Promise.all([area.clear(), browser.storage.session.clear()]))

function inTurn(step) {
  const mine = last.then(step)
  last = mine.catch((error) => console.warn('A step on storage failed:', error))
  return mine
}
