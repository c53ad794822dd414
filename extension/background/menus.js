/** The three lines in the context menu: this page, this selection, this link. */
import { browser } from '../lib/browser.js'
import { firstName } from '../lib/names.js'
import { words } from '../lib/words.js'
import { isOfTheWeb } from '../lib/urls.js'
import * as clips from './clips.js'
import { current } from './interviews.js'
import { press, saveLink } from './press.js'
import { send } from './sending.js'
import { say } from './toast.js'

const LINES = ['page', 'selection', 'link']
const SOON = 3000 // milliseconds; what is not with the server by then is said to be kept here

/** Written anew at every install and update. */
export async function makeMenus() {
  await browser.contextMenus.removeAll()
  for (const one of LINES) browser.contextMenus.create({ id: one, title: words(`menu_${one}`), contexts: [one] })
}

export async function onMenu({ menuItemId, linkUrl, selectionText = '' }, tab) {
  const kept = () => press({ key: crypto.randomUUID(), tabId: tab.id, selection: menuItemId === 'selection' ? selectionText : '' })
  const done = await (menuItemId === 'link' ? keepLink(linkUrl) : kept())
  await say(tab.id, await saidOf(done))
}

async function keepLink(url) {
  if (!isOfTheWeb(url)) return { cannot: 'link' }
  return saveLink(url, '', await current())
}

async function saidOf(done) {
  if (done.cannot) return words(`cannot_${done.cannot}`)
  const who = done.person ? firstName(done.person) : ''
  const what = done.facts.link ? 'said_link' : done.already ? 'said_already' : (await isSent(done)) ? 'said_saved' : 'said_kept'
  return who ? words(what, who) : words(`${what}_nobody`)
}

async function isSent({ key }) {
  await Promise.race([send(), new Promise((done) => setTimeout(done, SOON))])
  return (await clips.find(key))?.state === 'sent'
}
