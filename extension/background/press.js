/** One press: the page of a tab is kept here, then sent. */
import { digest } from '../lib/digest.js'
import { aboutWhom, isNamed, namesAmong } from '../lib/names.js'
import * as queue from '../lib/queue.js'
import { capture } from './capture.js'
import * as clips from './clips.js'
import { current, namedIn, refreshSoon } from './interviews.js'
import { learnedFrom } from './outcome.js'
import { savedAt } from './saved.js'
import { arm, send } from './sending.js'
import { mark } from './watching.js'

const MOST = 3 // names that are proposed

/**
 * Save the page of a tab. key names the press: asked twice, it is one clip. A page that is saved already and has not
 * changed is not saved again unless something is selected on it or the person says so (`again`). person is the current one unless given.
 * selection is what the browser says is selected, where the page itself does not tell (in a frame of another site).
 * @returns {Promise<object>} what the popup shows
 */
export async function press({ key, tabId, again = false, person, selection = '' }) {
  const known = await clips.find(key)
  if (known) return learnedFrom(known)
  const [page] = await Promise.all([capture(tabId), refreshSoon()])
  if ('cannot' in page) return { cannot: page.cannot, url: page.url, title: page.title }
  page.selection ||= selection
  const whose = person ?? (await current())
  const textDigest = await digest(page.pdf_base64 ?? page.text)
  const before = await savedAt(page.url, textDigest)
  const here = before.find((one) => one.interview_id === null || one.interview_id === whose?.id)
  if (here && here.changed !== true && !page.selection && !again) return { ...(await reopened(here, page)), already: here }
  const saved = await save(key, page, whose, { digest: textDigest, before: before[0] ?? null })
  await mark(tabId, page.url)
  return saved
}

/** Keep a page and see to its sending. */
export async function save(key, page, person, more) {
  const names = person ? [person.name, ...person.aliases] : []
  const said = `${page.title}\n${page.by}\n${page.text}`
  const facts = {
    ...more,
    words: page.words,
    seen: page.seen,
    selected: Boolean(page.selection),
    link: !('html' in page || 'pdf_base64' in page),
    mentions: page.text && person ? isNamed(said, names) : null,
    about: person ? '' : aboutWhom(page),
    proposed: person ? [] : namesAmong(page.people).slice(0, MOST),
    others: page.text ? (await namedIn(said)).filter((id) => id !== person?.id) : [],
  }
  const entry = queue.made(bodyOf(key, page, person), Date.now(), facts)
  await clips.keep(entry)
  await clips.keepText(key, page.text)
  await arm()
  void send({ everything: true })
  return learnedFrom(entry)
}

/** A link, which the server reads later. */
export const saveLink = (url, title, person) =>
  save(crypto.randomUUID(), { url, title, text: '', by: '', words: 0, seen: 0, selection: '', language: '' }, person, { digest: '', before: null })

function bodyOf(key, page, person) {
  const { url, title, html, pdf_base64, selection, language } = page
  const clipped_at = new Date().toISOString()
  const form = html === undefined ? (pdf_base64 === undefined ? {} : { pdf_base64 }) : { html }
  return { key, interview_id: person?.id ?? null, url, title, ...form, selection, note: '', clipped_at, language }
}

/** A clip that is there already, opened again: so a note can be put to it. */
async function reopened(there, page) {
  const mine = there.key && (await clips.find(there.key))
  if (mine) return learnedFrom(mine)
  const body = { ...bodyOf(`of-${there.id}`, page, { id: there.interview_id }), html: null }
  const facts = { words: page.words, seen: page.seen, mentions: null, others: [], digest: '', before: null }
  const entry = queue.accepted(queue.made(body, there.at, facts), there.id)
  await clips.keep(entry)
  return learnedFrom(entry)
}
