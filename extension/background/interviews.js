/** Whom a page can be for. The last list is kept, so that a press needs no server. */
import { isNamed } from '../lib/names.js'
import { get } from './server.js'
import { change, read, write } from './storage.js'

const KEY = 'interviews'
const CURRENT = 'current'
const SOON = 500 // milliseconds

/** @typedef {{id: string, name: string, aliases: string[], sample: boolean}} Interview */

/** As known here. @returns {Promise<Interview[]>} oldest first */
export const interviews = () => read(KEY, [])

/** Ask the server who there is now, and by which other names the current person goes. Raises Trouble. */
export async function refresh() {
  await list()
  const now = await current()
  if (!now) return
  const { interviewee } = await get(`/interviews/${encodeURIComponent(now.id)}`)
  await change(KEY, (known) => known.map((one) => (one.id === now.id ? { ...one, aliases: interviewee.aliases } : one)), [])
}

/* An interview that was begun since last time is the one that pages are for. */
async function list() {
  const { interviews: listed } = await get('/interviews')
  const found = listed.map(({ id, name, sample }) => ({ id, name, aliases: [], sample }))
  const before = await interviews()
  const begun = found.filter((one) => !one.sample && !before.some((known) => known.id === one.id)).at(-1)
  if (begun) await choose(begun.id)
  await change(KEY, (known) => found.map((one) => ({ ...one, aliases: aliasesIn(known, one.id) })), [])
}

/** Who there is now, if that is told as soon as a press needs it; what was known before does else. */
export function refreshSoon() {
  const refreshed = list().catch((error) => console.info('People as known before:', error.message))
  return Promise.race([refreshed, new Promise((done) => setTimeout(done, SOON))])
}

/** For whom a press saves: who was chosen last, else the newest that is not the sample; null if there is nobody. */
export async function current() {
  const known = await interviews()
  const chosen = await read(CURRENT)
  return known.find((one) => one.id === chosen) ?? known.filter((one) => !one.sample).at(-1) ?? null
}

export const choose = (id) => write(CURRENT, id)

export const nameOf = async (id) => (await interviews()).find((one) => one.id === id)?.name ?? ''

/** The interview of a person called so, by a bookmark folder for example. */
export async function byName(name) {
  const wanted = name.trim().toLowerCase()
  return (await interviews()).find((one) => [one.name, ...one.aliases].some((known) => known.toLowerCase() === wanted)) ?? null
}

/** Who is named in a text: the ids of their interviews. @param {string} text */
export const namedIn = async (text) =>
  (await interviews()).filter((one) => isNamed(text, [one.name, ...one.aliases])).map((one) => one.id)

const aliasesIn = (known, id) => known.find((one) => one.id === id)?.aliases ?? []
