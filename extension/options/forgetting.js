/** Deleting all that this browser keeps, asked twice. */
import { ask } from '../lib/ask.js'
import { browser } from '../lib/browser.js'
import { words } from '../lib/words.js'
import { one } from '../ui/dom.js'

/** @param {() => Promise<unknown>} then shows what is left */
export function showForgetting(then) {
  one('forget').addEventListener('click', () => {
    one('forget_sure').hidden = false
    one('forget_sure').focus()
  })
  one('forget_sure').addEventListener('click', async () => {
    await ask('forget')
    await giveBack()
    one('forget_sure').hidden = true
    one('forgotten').textContent = words('forgotten')
    await then()
  })
}

/* What the browser allowed beyond the install. Done by this page, since a press of the person stands behind it. */
async function giveBack() {
  const asked = browser.runtime.getManifest()
  const { permissions, origins } = await browser.permissions.getAll()
  await browser.permissions.remove({
    permissions: permissions.filter((one) => !asked.permissions.includes(one)),
    origins: origins.filter((one) => !asked.host_permissions.includes(one)),
  })
}
