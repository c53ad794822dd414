/** PDFs: their bytes, where the browser lets us have them. */
import { browser } from '../lib/browser.js'

const LARGEST = 18_000_000 // bytes; base64 makes 24 MB of them

/** Whether an address looks like that of a PDF. */
export const isPdf = (url) => /\.pdf$/i.test(new URL(url).pathname)

/** The PDF of a tab as a page to be sent; null if the browser keeps it to itself. */
export async function pdfOf(tabId, url, title) {
  const base64 = (await fromTab(tabId)) ?? (await fromHere(url))
  return base64 && { url, title, pdf_base64: base64, text: '', words: 0, seen: 0, selection: '', language: '' }
}

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
    const answer = await fetch(url)
    const isOne = answer.ok && answer.headers.get('Content-Type')?.startsWith('application/pdf')
    const bytes = isOne ? new Uint8Array(await answer.arrayBuffer()) : null
    return bytes && bytes.length <= LARGEST ? base64Of(bytes) : null
  } catch (error) {
    console.info('The PDF cannot be fetched here:', String(error))
    return null
  }
}

/* Runs in the tab, so it brings all it needs. */
async function fetchHere(largest) {
  const answer = await fetch(location.href)
  const blob = await answer.blob()
  if (!answer.ok || blob.size > largest) return null
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
