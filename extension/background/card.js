/** Opens Groundwork in a tab that is logged in. By tabs.create, since a link from a page of ours would arrive as one from another site. */
import { browser } from '../lib/browser.js'
import { get } from './server.js'

/** @param {{interview_id: string|null}} whose null is the list of all */
export async function openCard({ interview_id = null }) {
  const { link } = await get('/login', 'POST', { interview_id })
  await browser.tabs.create({ url: link })
}
