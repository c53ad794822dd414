/** Why a clip is not with the server, or gave nothing, in words: those of the server where it speaks the person's language, else our own. */
import { language, words } from '../lib/words.js'

const REFUSED = new Set(['bad_input', 'not_found', 'conflict', 'too_large'])
const FOUND = new Set(['duplicate', 'other_person', 'no_mention', 'thin', 'unreadable', 'unsure', 'context'])
const WAITS = new Set(['down', 'other', 'stranger', 'version', 'unknown', 'token', 'permission', 'unpaired', 'busy', 'sending'])

/* The server speaks English. */
const isTheirs = () => language() === 'en'

/** Why the server did not take it, and what can be done. */
export function reasonWords({ code, message, hint }) {
  if (isTheirs()) return [message, hint].filter(Boolean).join(' ')
  return words(REFUSED.has(code) ? `refused_${code}` : 'refused_other')
}

/** Why a page that was read gave no quotes. @param {{state: string, reason: string}} found @param {string} who a first name */
export function foundWords({ state, reason }, who) {
  if (reason && isTheirs()) return reason
  return words(FOUND.has(state) ? `found_${state}` : 'quotes_none', who)
}

/** Why it still waits. cause is one of Trouble, "busy" or nothing. */
export const causeWords = (cause) => words(`waits_${cause || 'sending'}`)

/** Why something that was asked for did not come about: a cause, or what the server said. */
export const troubleWords = (said) => (WAITS.has(said) ? causeWords(said) : isTheirs() ? said : words('refused_other'))
