import assert from 'node:assert/strict'
import { test } from 'node:test'

import { firstName, isNamed } from '../../../extension/lib/names.js'

const NAMED = [
  ['Dana Whitlock left the board.', 'Dana Whitlock'],
  ['by DANA WHITLOCK', 'Dana Whitlock'],
  ['Whitlock, Dana: The crane', 'Dana Whitlock'],
  ['D. Whitlock and others', 'Dana Whitlock'],
  ['Dana R. Whitlock spoke', 'Dana Whitlock'],
  ['Renee Achterberg', 'Renée Achterberg'],
  ['Renée Achterberg', 'Renee Achterberg'],
  ['Prof. Whitlock is Dana Whitlock', 'Dr. Dana Whitlock'],
  ['Søren Ødegård', 'Soren Odegard'],
  ['Prof. Gross wrote', 'Gross'],
  ['Vorwort von Jürgen Groß', 'Jurgen Gross'],
]
const NOT_NAMED = [
  ['Dana wrote about the harbour.', 'Dana Whitlock'],
  ['Olga Whitlock left the board.', 'Dana Whitlock'],
  ['Dana Pell sat there. Much later on, in another talk, somebody mentioned a certain Whitlock.', 'Dana Whitlock'],
  ['Whitlocks of Danabridge', 'Dana Whitlock'],
  ['', 'Dana Whitlock'],
  ['Dr. Somebody', 'Dr.'],
]

for (const [text, name] of NAMED) test(`“${text}” names ${name}`, () => assert.ok(isNamed(text, [name])))
for (const [text, name] of NOT_NAMED) test(`“${text}” does not name ${name}`, () => assert.ok(!isNamed(text, [name])))

test('one of several names is enough', () => assert.ok(isNamed('by R. Achterberg', ['Dana Whitlock', 'Renée Achterberg'])))

test('people are called by their first name, not by their title', () => {
  assert.deepEqual(['Dana Whitlock', 'Dr. Dana Whitlock', 'Prof. Dr. Jürgen Groß', 'Cher', ' Dana '].map(firstName), [
    'Dana', 'Dana', 'Jürgen', 'Cher', 'Dana',
  ])
})
