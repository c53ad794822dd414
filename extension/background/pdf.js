/** PDFs: their bytes, where the browser lets us have them. */
import { patternOf } from '../lib/address.js'
import { browser } from '../lib/browser.js'

const LARGEST = 18_000_000 // bytes; base64 makes 24 MB of them

/** Whether an address looks like that of a PDF. */
export const isPdf = (url) => /\.pdf$/i.test(new URL(url).pathname)

/** The PDF of a tab as a page to be sent; or why not: "pdf" where its site can be asked for, "pdf_kept", "large_pdf". */
export async function pdfOf(tabId, url, title) {
  const base64 = (await fromTab(tabId)) ?? (await fromHere(url))
  if (base64 === '') return { cannot: 'large_pdf', url, title }
  if (!base64) return { cannot: (await canBeAsked(url)) ? 'pdf' : 'pdf_kept', url, title }
  return { url, title, pdf_base64: base64, text: '', by: '', words: 0, seen: 0, selection: '', language: '' }
}

/* Firefox fetches nothing over plain http for an extension. */
const canBeAsked = async (url) => url.startsWith('https:') && !(await browser.permissions.contains({ origins: [patternOf(url)] }))

/* Both give base64, an empty text for a PDF that is too large, null for one that is not to be had. */

async function fromTab(tabId) {
  try {
    const [{ result }] = await browser.scripting.executeScript({ target: { tabId }, func: fetchHere, args: [LARGEST] })
    return result
  } catch (error) {
    console.info('No script may run in this viewer:', String(error))
    return null
  }
}

async function fromHere(url) {
  try {
    const answer = await fetch(url, { credentials: 'include' }) // the site shows it to this person, as it did in the tab
    const isOne = answer.ok && answer.headers.get('Content-Type')?.startsWith('application/pdf')
    const bytes = isOne ? new Uint8Array(await answer.arrayBuffer()) : null
    return bytes && (bytes.length <= LARGEST ? base64Of(bytes) : '')
  } catch (error) {
    console.info('The PDF cannot be fetched here:', String(error))
    return null
  }
}

/* Runs in the tab, so it brings all it needs. */
async function fetchHere(largest) {
  const answer = await fetch(location.href)
  const blob = await answer.blob()
  if (!answer.ok) return null
  if (blob.size > largest) return ''
  const url = await new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(reader.result)
    reader.onerror = () => failed(reader.error)
    reader.readAsDataURL(blob)
  })
  return url.slice(url.indexOf(',') + 1)
}

function base64Of(bytes) {
  const step = 0x8000
  const parts = []
  for (let at = 0; at < bytes.length; at += step) parts.push(String.fromCharCode(...bytes.subarray(at, at + step)))
  return btoa(parts.join(''))
}
