/** The clips this browser keeps: one key each in storage, the server's part of them done by `sending`. */
import { browser } from '../lib/browser.js'
import * as queue from '../lib/queue.js'
import { change, every, read, write } from './storage.js'

const PREFIX = 'clip:'
const REMEMBERED = 20 // clips that the server has, kept here without their page, so that they can be taken back
const TEXT = 'text:'

/** @returns {Promise<queue.Entry[]>} oldest first */
export const all = async () => (await every(PREFIX)).sort((one, other) => one.at - other.at)

/** @returns {Promise<queue.Entry|null>} */
export const find = (key) => read(PREFIX + key)

/** Keep a new clip. When this is over it survives the browser. */
export const keep = (entry) => write(PREFIX + entry.key, entry)

/** One step of a clip; a clip that is gone stays so. */
export const step = (key, taken) => change(PREFIX + key, (entry) => entry && taken(entry))

/** Forget the oldest clips that are done with. */
export async function prune() {
  const done = (await all()).filter((entry) => entry.state === 'sent' && !queue.task(entry))
  for (const entry of done.slice(0, -REMEMBERED)) await step(entry.key, () => null)
}

/** The text of a page, for as long as the browser is open: "see what is sent". */
export const keepText = (key, text) => browser.storage.session.set({ [TEXT + key]: text })

export const textOf = async ({ key }) => (await browser.storage.session.get(TEXT + key))[TEXT + key] ?? ''

/** What may leave the background: everything but the page. */
export const shown = (entry) => entry && { ...entry, body: null }
