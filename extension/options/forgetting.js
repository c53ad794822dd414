/** Deleting all that this browser keeps, asked twice. */
import { ask } from '../lib/ask.js'
import { words } from '../lib/words.js'
import { one } from '../ui/dom.js'

export function showForgetting() {
  one('forget').addEventListener('click', () => {
    one('forget_sure').hidden = false
    one('forget_sure').focus()
  })
  one('forget_sure').addEventListener('click', async () => {
    await ask('forget')
    one('forget_sure').hidden = true
    one('forgotten').textContent = words('forgotten')
  })
}
