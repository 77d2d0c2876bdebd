import { expect, test } from 'vitest'
import { snippetOf } from './snippet.ts'

test('is one line of HTML with the address of the loader and the account', () => {
  expect(snippetOf('https://chat.example.com', '0b7c')).toBe(
    '<script async src="https://chat.example.com/widget.js" data-account="0b7c"></script>',
  )
})
