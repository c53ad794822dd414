/**
 * Which pages are saved, known without telling anybody what is looked at: hashes of addresses, fetched as a list and
 * compared here.
 */
import { pageHash } from '../lib/digest.js'
import { normalise } from '../lib/urls.js'
import * as clips from './clips.js'
import { get } from './server.js'
import { change, read } from './storage.js'

const KEY = 'saved'
const NOTHING = { cursor: '', salt: '', pages: {}, texts: {} }

/** Fetch what is saved by now, here or in another browser or taken back in the web pages. */
export async function sync() {
  const sentBefore = (await clips.all()).filter((one) => one.state === 'sent')
  const { cursor } = await read(KEY, NOTHING)
  const news = await get(`/saved?since=${encodeURIComponent(cursor)}`)
  const { pages } = await change(KEY, (known) => merged(known, news), NOTHING)
  for (const { key, id } of sentBefore) await clips.step(key, (one) => agreeing(one, pages[id]))
}

/* What was done to a clip in the web pages counts here too, unless it is being changed here. */
function agreeing(entry, page) {
  if (entry.undo || Object.keys(entry.changes).length) return entry
  if (!page) return null
  return page.interview_id === entry.interview ? entry : { ...entry, interview: page.interview_id }
}

/**
 * Where a page is saved already.
 * @param {string} url @param {string} [textDigest] of the page as it is now
 * @returns {Promise<{id: string, interview_id: string|null, at: number, changed: boolean|null, key: string}[]>} newest first;
 *   changed is null where the page was saved elsewhere; id is empty while the clip waits here
 */
export async function savedAt(url, textDigest = '') {
  const { salt, pages, texts } = await read(KEY, NOTHING)
  const normal = normalise(url)
  const hash = salt && (await pageHash(salt, normal))
  const mine = (await clips.all()).filter((one) => normalise(one.url) === normal)
  const here = mine.filter((one) => one.state !== 'refused' && !one.undo).map((one) => ({
    id: one.id, key: one.key, interview_id: one.interview, at: one.at, changed: compared(one.facts.digest, textDigest),
  }))
  const ids = new Set(mine.map((one) => one.id)) // one that is being taken back is not saved there either
  const there = Object.entries(pages)
    .filter(([id, page]) => page.hash === hash && !ids.has(id))
    .map(([id, page]) => ({
      id, key: '', interview_id: page.interview_id, at: Date.parse(page.clipped_at ?? '') || 0, changed: compared(texts[id], textDigest),
    }))
  return [...here, ...there].sort((one, other) => other.at - one.at)
}

/** Note at once what the server just took. */
export const learn = (entry) =>
  change(KEY, async (known) => {
    const hash = known.salt && (await pageHash(known.salt, normalise(entry.url)))
    const page = { hash, interview_id: entry.interview, clipped_at: new Date(entry.at).toISOString() }
    const pages = hash ? { ...known.pages, [entry.id]: page } : known.pages
    return { ...known, pages, texts: { ...known.texts, [entry.id]: entry.facts.digest } }
  }, NOTHING)

export const unlearn = (entry) => change(KEY, (known) => without(known, entry.id), NOTHING)

/* The server gives the whole list, or nothing if nothing changed. */
function merged(known, { cursor, salt, whole, pages }) {
  if (!whole) return { ...known, cursor, salt }
  const listed = Object.fromEntries(pages.map(({ clip_id: id, ...page }) => [id, page]))
  const texts = Object.fromEntries(Object.entries(known.texts).filter(([id]) => id in listed))
  return { cursor, salt, pages: listed, texts }
}

function without(known, gone) {
  const kept = (all) => Object.fromEntries(Object.entries(all).filter(([id]) => id !== gone))
  return { ...known, pages: kept(known.pages), texts: kept(known.texts) }
}

const compared = (before, now) => (before && now ? before !== now : null)
