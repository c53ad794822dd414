/** The options: each part of the page has a file of its own. */
import { fill } from '../lib/words.js'
import { showWaiting } from '../ui/waiting.js'
import { showConnection } from './connection.js'
import { showChoices } from './choices.js'
import { showForgetting } from './forgetting.js'

fill()
await Promise.all([showConnection(), showChoices(), showWaiting()])
showForgetting()
document.body.dataset.ready = 'yes'
