import assert from 'node:assert/strict'
import { test } from 'node:test'

import { aboutWhom, firstName, isNamed, namesAmong } from '../../../extension/lib/names.js'

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

const page = (people, title, heading = '', url = 'https://notes.example/1') => ({ people, title, heading, url })
const ABOUT = [
  [page(['Dana Whitlock'], 'Notes by Dana Whitlock'), 'Dana Whitlock'],
  [page(['Dana Whitlock'], '(3) Dana Whitlock | Network', 'Dana Whitlock'), 'Dana Whitlock'],
  [page(['Dana Whitlock'], 'Why I left', 'Why I left', 'https://www.danawhitlock.example/left'), 'Dana Whitlock'],
  [page(['Jane Doe', 'Dana Whitlock'], 'Dana Whitlock on leaving the board'), 'Dana Whitlock'],
  [page(['Ludwig van der Berg'], 'Ludwig van der Berg'), 'Ludwig van der Berg'],
  [page(['Renée Achterberg'], 'About Renee Achterberg'), 'Renée Achterberg'],
]
const ABOUT_NOBODY = [
  page(['Jane Doe'], 'Dana Whitlock on leaving the board'), // who wrote it, and nothing more
  page(['admin', 'The Editors of 2019', 'https://news.example/jane'], 'admin The Editors of 2019 https://news.example/jane'),
  page(['Dana'], 'Dana'),
  page([], 'Dana Whitlock'),
  { title: 'A file', url: 'https://notes.example/cv.pdf' },
]
for (const [given, name] of ABOUT) test(`“${given.title}” is about ${name}`, () => assert.equal(aboutWhom(given), name))
for (const given of ABOUT_NOBODY) test(`“${given.title}” does not say whom it is about`, () => assert.equal(aboutWhom(given), ''))

test('names are told from what else stands there, each once', () =>
  assert.deepEqual(namesAmong(['admin', 'Jane Doe', 'Jane Doe', 'https://jane.example', 'Dana Whitlock']), ['Jane Doe', 'Dana Whitlock']))
