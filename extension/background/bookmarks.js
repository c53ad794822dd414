/** A bookmark put into the folder Groundwork/<name> is a clip for that person, if this was switched on. */
import { browser } from '../lib/browser.js'
import { isOfTheWeb, normalise } from '../lib/urls.js'
import { byName, refreshSoon } from './interviews.js'
import { press, saveLink } from './press.js'
import { read } from './storage.js'

const FOLDER = 'groundwork'
let listening = false

/** Listen, once the browser lets us. */
export function listenToBookmarks() {
  if (listening || !browser.bookmarks) return
  listening = true
  browser.bookmarks.onCreated.addListener((_id, made) => put(made))
  browser.bookmarks.onMoved.addListener(onMoved)
}

/* Also how the star beside the address does it: made where the last one went, and moved when a folder is chosen. */
async function onMoved(id, { parentId, oldParentId }) {
  const [moved] = await browser.bookmarks.get(id)
  if (parentId !== oldParentId) await put(moved)
}

async function put({ url, title, parentId }) {
  const { bookmarks: on } = await read('settings', {})
  if (!on || !isOfTheWeb(url)) return
  const person = await personOf(parentId)
  if (person) await keep(url, title, person)
}

async function personOf(folderId) {
  const [folder] = await browser.bookmarks.get(folderId)
  if (!folder.parentId) return null
  const [above] = await browser.bookmarks.get(folder.parentId)
  if (above.title.trim().toLowerCase() !== FOLDER) return null
  await refreshSoon()
  return byName(folder.title)
}

/* The page as it is shown, if a tab shows it and may be read; else its link. */
async function keep(url, title, person) {
  const tab = (await browser.tabs.query({})).find((one) => one.url && normalise(one.url) === normalise(url))
  const done = tab && (await press({ key: crypto.randomUUID(), tabId: tab.id, person }))
  if (!done || done.cannot) await saveLink(url, title, person)
}
