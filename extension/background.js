/** Where the parts meet. Listeners stand at the top level, so that the browser wakes us for each of them. */
import { showCount } from './background/badge.js'
import { listenToBookmarks } from './background/bookmarks.js'
import { giveBack } from './background/many.js'
import { makeMenus, onMenu } from './background/menus.js'
import { onMessage } from './background/messages.js'
import { onAlarm, send } from './background/sending.js'
import { watchTabs } from './background/watching.js'
import { browser } from './lib/browser.js'

browser.runtime.onInstalled.addListener(({ reason }) => {
  makeMenus()
  send({ everything: true })
  if (reason === 'install') browser.runtime.openOptionsPage()
})
browser.runtime.onStartup.addListener(() => {
  giveBack()
  send({ everything: true })
})
browser.runtime.onMessage.addListener(onMessage)
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
