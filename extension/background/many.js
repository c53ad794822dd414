/** Several tabs: first only looked at, here; saved when the person says which. */
import { browser } from '../lib/browser.js'
import { isNamed } from '../lib/names.js'
import { ANY_PAGE, isOfTheWeb } from '../lib/urls.js'
import { capture } from './capture.js'
import { current } from './interviews.js'
import { press } from './press.js'
import { savedAt } from './saved.js'
import { read } from './storage.js'

/** The tabs that can be saved, with whether they name the person. Nothing is kept, nothing is sent. */
export async function survey() {
  const person = await current()
  const open = (await browser.tabs.query({ currentWindow: true })).filter((tab) => isOfTheWeb(tab.url) && !tab.discarded)
  const seen = await Promise.all(open.map((tab) => seenIn(tab, person)))
  return { person: person?.name ?? '', tabs: seen.filter(Boolean) }
}

async function seenIn({ id, title, url }, person) {
  const page = await capture(id)
  if ('cannot' in page) return null
  const names = person ? [person.name, ...person.aliases] : []
  const saved = (await savedAt(url)).some((one) => one.interview_id === person?.id)
  return { id, title: title || url, host: new URL(url).host, named: isNamed(`${page.title}\n${page.by}\n${page.text}`, names), saved }
}

/** Save these tabs. @returns {Promise<{saved: number, left: number}>} */
export async function pressMany({ tabs }) {
  let saved = 0
  for (const { key, tabId } of tabs) {
    const done = await press({ key, tabId, again: true })
    if (!done.cannot) saved += 1
  }
  return { saved, left: tabs.length - saved }
}

/** The leave to read all pages was for this; where the bookmarks need it too, it stays. */
export async function giveBack() {
  const { bookmarks } = await read('settings', {})
  if (!bookmarks && (await browser.permissions.contains(ANY_PAGE))) await browser.permissions.remove(ANY_PAGE)
}
