import { readFileSync } from 'node:fs'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Starting } from './starting.tsx'

test('the page’s HTML carries what is drawn while it is asked who is here', () => {
  const page = readFileSync(new URL('../../vite/app.html', import.meta.url), 'utf8')
  expect(page).toContain(render(<Starting />))
})
