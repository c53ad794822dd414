/** Where the parts meet. Listeners stand at the top level, so that the browser wakes us for each of them. */
import { showCount } from './background/badge.js'
import { listenToBookmarks } from './background/bookmarks.js'
import { giveBack } from './background/many.js'
import { makeMenus, onMenu } from './background/menus.js'
import { onConnect, onMessage } from './background/messages.js'
import { onAlarm, send } from './background/sending.js'
import { watchTabs } from './background/watching.js'
import { browser } from './lib/browser.js'
import { openToConnect } from './lib/pages.js'

browser.runtime.onInstalled.addListener(({ reason }) => {
  makeMenus()
  send({ everything: true })
  if (reason === 'install') openToConnect()
})
browser.runtime.onStartup.addListener(() => {
  giveBack()
  send({ everything: true })
})
browser.runtime.onMessage.addListener(onMessage)
browser.runtime.onConnect.addListener(onConnect)
browser.alarms.onAlarm.addListener(onAlarm)
browser.contextMenus.onClicked.addListener(onMenu)
browser.permissions.onAdded.addListener(listenToAll)
listenToAll()
showCount()
send()

function listenToAll() {
  listenToBookmarks()
  watchTabs()
}
