/** A page as it stands in a tab, or why it cannot be had. Nothing is taken that the press of a button did not allow. */
import { browser } from '../lib/browser.js'
import { isOfTheWeb } from '../lib/urls.js'
import { isPdf, pdfOf } from './pdf.js'
import { connection } from './server.js'

const FILES = ['content/together.js', 'content/whom.js', 'content/capture.js']
const LONGEST = 20_000_000 // characters of HTML; the server takes 25 MB

/**
 * @param {number} tabId
 * @returns {Promise<{cannot: string, url: string, title: string} | {url: string, title: string, html?: string, pdf_base64?: string,
 *   text: string, by: string, heading?: string, people?: string[], words: number, seen: number, selection: string, language: string}>} cannot is one of: internal, ours,
 *   kept_back, pdf,
 *   pdf_kept, large_pdf, large
 */
export async function capture(tabId) {
  const { url = '', title = '' } = await browser.tabs.get(tabId)
  const no = (cannot) => ({ cannot, url, title })
  if (!isOfTheWeb(url)) return no('internal')
  if (new URL(url).origin === (await connection()).address) return no('ours')
  const page = await copyOf(tabId)
  if (!page || page.type === 'application/pdf') {
    return isPdf(url) || page ? pdfOf(tabId, url, title) : no('kept_back')
  }
  return page.html.length > LONGEST ? no('large') : page
}

async function copyOf(tabId) {
  try {
    const [{ result }] = await browser.scripting.executeScript({ target: { tabId }, files: FILES })
    return result
  } catch (error) {
    console.info('The browser keeps this page to itself:', String(error))
    return null
  }
}
