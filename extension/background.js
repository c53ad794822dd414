/** Where the parts meet. Listeners stand at the top level, so that the browser wakes us for each of them. */
import { showCount } from './background/badge.js'
import { listenToBookmarks } from './background/bookmarks.js'
import { makeMenus, onMenu } from './background/menus.js'
import { onMessage } from './background/messages.js'
import { arm, onAlarm, send } from './background/sending.js'
import { watchTabs } from './background/watching.js'
import { browser } from './lib/browser.js'

browser.runtime.onInstalled.addListener(({ reason }) => {
  makeMenus()
  if (reason === 'install') browser.runtime.openOptionsPage()
})
browser.runtime.onStartup.addListener(() => send({ everything: true }))
browser.runtime.onMessage.addListener(onMessage)
browser.alarms.onAlarm.addListener(onAlarm)
browser.contextMenus.onClicked.addListener(onMenu)
browser.permissions.onAdded.addListener(listenToAll)
listenToAll()
browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }) // what runs in a page has no business with it
showCount()
arm()

function listenToAll() {
  listenToBookmarks()
  watchTabs()
}
