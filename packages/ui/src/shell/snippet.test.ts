import { expect, test } from 'vitest'
import { snippetOf } from './snippet.tsx'

test('one line, as the README has it', () => {
  expect(snippetOf('https://chat.example.com', 'a1')).toBe(
    '<script async src="https://chat.example.com/widget.js" data-account="a1"></script>',
  )
})
