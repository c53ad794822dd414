/** The little mark on the toolbar button: how many pages wait, else (if switched on) whether this tab's page is saved. */
import { browser } from '../lib/browser.js'
import * as clips from './clips.js'

const WAITING = '#96291c'

/** How many pages are not with the server yet, or never will be. */
export async function showCount() {
  const count = (await clips.all()).filter((entry) => entry.state !== 'sent').length
  await browser.action.setBadgeBackgroundColor({ color: WAITING })
  await browser.action.setBadgeText({ text: count ? String(count) : '' })
}
