/** The options: each part of the page has a file of its own. */
import { fill } from '../lib/words.js'
import { showWaiting } from '../ui/waiting.js'
import { showChoices, showChosen } from './choices.js'
import { lookAgain, showConnection } from './connection.js'
import { showForgetting } from './forgetting.js'

fill()
await Promise.all([showConnection(), showChoices(), showWaiting()])
showForgetting(() => Promise.all([lookAgain(), showChosen()]))
document.body.dataset.ready = 'yes'
