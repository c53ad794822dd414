/** Why a clip is not with the server, in words. */
import { words } from '../lib/words.js'

/** Why the server did not take it, as the server says. */
export const reasonWords = (reason) => [reason.message, reason.hint].filter(Boolean).join(' ')

/** Why it still waits. cause is one of Trouble, "busy" or nothing. */
export const causeWords = (cause) => words(`waits_${cause || 'sending'}`)
