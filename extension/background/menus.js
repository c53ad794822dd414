/** The three lines in the context menu: this page, this selection, this link. */
import { browser } from '../lib/browser.js'
import { firstName } from '../lib/names.js'
import { words } from '../lib/words.js'
import { isOfTheWeb } from '../lib/urls.js'
import { current } from './interviews.js'
import { press, saveLink } from './press.js'
import { say } from './toast.js'

const LINES = ['page', 'selection', 'link']

/** Written anew at every install and update. */
export async function makeMenus() {
  await browser.contextMenus.removeAll()
  for (const one of LINES) browser.contextMenus.create({ id: one, title: words(`menu_${one}`), contexts: [one] })
}

export async function onMenu({ menuItemId, linkUrl }, tab) {
  const done = menuItemId === 'link' ? await keepLink(linkUrl) : await press({ key: crypto.randomUUID(), tabId: tab.id })
  await say(tab.id, saidOf(done))
}

async function keepLink(url) {
  if (!isOfTheWeb(url)) return { cannot: 'internal' }
  return saveLink(url, '', await current())
}

function saidOf(done) {
  if (done.cannot) return words(`cannot_${done.cannot}`)
  const who = done.person ? firstName(done.person) : ''
  const what = done.facts.link ? 'said_link' : done.already ? 'said_already' : 'said_saved'
  return who ? words(what, who) : words(`${what}_nobody`)
}
