/** The tab that shows the code. Its name is the code: so it is read while the person types it here. */
import { browser } from '../lib/browser.js'
import { words } from '../lib/words.js'
import { one } from '../ui/dom.js'

const LASTS = 110_000 // milliseconds; a code is good for two minutes

let tab = null
let renewing = 0

/** Open it beside this one, or come to it if it is there. By tabs.create: a link from here would arrive as one from another site. */
export async function showCode(address) {
  if (tab !== null) return browser.tabs.update(tab, { active: true }).catch(() => openBeside(address))
  return openBeside(address)
}

async function openBeside(address) {
  const { index } = await browser.tabs.getCurrent()
  tab = (await browser.tabs.create({ url: `${address}/browsers/code`, active: false, index: index + 1 })).id
  one('pair_how').textContent = words('pair_beside')
  one('show_code').textContent = words('pair_go')
  clearInterval(renewing)
  renewing = setInterval(renew, LASTS)
}

/** The code was used. */
export function closeCode() {
  clearInterval(renewing)
  if (tab !== null) browser.tabs.remove(tab).catch(gone)
  tab = null
}

/* Not while nobody looks: each code ends the one before, which somebody may be reading elsewhere. */
function renew() {
  if (document.visibilityState === 'visible') browser.tabs.reload(tab).catch(gone)
}

function gone(error) {
  console.info('The code was closed:', String(error))
  clearInterval(renewing)
  tab = null
}
