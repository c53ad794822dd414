/** A check mark on the button where the page of a tab is saved, if this was switched on. Nothing that is looked at leaves the browser. */
import { browser } from '../lib/browser.js'
import { isOfTheWeb } from '../lib/urls.js'
import { savedAt } from './saved.js'
import { read } from './storage.js'

const MARK = '✓'
const COLOUR = '#1d5a4c'
let watching = false

/** Watch which pages are come to, once the browser lets us. */
export function watchTabs() {
  if (watching || !browser.webNavigation) return
  watching = true
  browser.webNavigation.onCompleted.addListener(onPage)
  browser.webNavigation.onHistoryStateUpdated.addListener(onPage)
}

const onPage = ({ frameId, tabId, url }) => frameId === 0 && mark(tabId, url)

/** Mark the button in a tab, or take the mark away. */
export async function mark(tabId, url) {
  const { toolbar: on } = await read('settings', {})
  if (!on) return
  const saved = isOfTheWeb(url) && (await savedAt(url)).length > 0
  if (saved) await browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR })
  await browser.action.setBadgeText({ tabId, text: saved ? MARK : null })
}
