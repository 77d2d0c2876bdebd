import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Avatar, initials, personColor } from './avatar.tsx'
import { Count } from './badge.tsx'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { chord } from './kbd.tsx'
import { Switch } from './switch.tsx'
import { Tabs } from './tabs.tsx'

test('permitted but not now: the button stays in reach and says why', () => {
  const html = render(<Button notNow="Reopen the chat first">Reply</Button>)
  expect(html).toContain('aria-disabled="true"')
  expect(html).toContain('data-tip="Reopen the chat first"')
  expect(html).not.toContain(' disabled')
})

test('a field ties label, hint and error to its input', () => {
  const html = render(<Field label="Email" hint="At work" error="Has no @" value="x" />)
  const id = html.match(/<label for="([^"]+)"/)?.[1]
  expect(html).toContain(`<input id="${id}"`)
  expect(html).toContain(`aria-describedby="${id}-hint ${id}-error"`)
  expect(html).toContain('aria-invalid="true"')
  expect(html).toMatch(/role="alert"[^>]*>Has no @/)
})

test('a switch keeps its name in both states', () => {
  for (const on of [true, false]) {
    const html = render(<Switch label="Our team is online" on={on} onChange={() => {}} />)
    expect(html).toContain('role="switch"')
    expect(html).toContain(`aria-checked="${on}"`)
    expect(html).toContain('<span>Our team is online</span>')
  }
})

test('one tab is in the tab order, and all name their panel', () => {
  const tabs = [
    { id: 'mine', label: 'Mine', count: 4 },
    { id: 'all', label: 'All' },
  ] as const
  const html = render(<Tabs label="Which chats" name="inbox" tabs={tabs} selected="mine" onSelect={() => {}} />)
  expect(html.match(/tabindex="0"/g)).toHaveLength(1)
  expect(html.match(/aria-controls="inbox-panel"/g)).toHaveLength(2)
})

test('counts end at 99+, and nothing is not counted', () => {
  expect(render(<Count value={0} />)).toBe('')
  expect(render(<Count value={99} />)).toContain('99<')
  expect(render(<Count value={100} />)).toContain('99+')
  expect(render(<Count value={3} label="3 unread messages" />)).toContain('3 unread messages')
})

test('initials are letters of the first and the last word', () => {
  expect(initials('Maria de los Santos')).toBe('MS')
  expect(initials('  ana ')).toBe('A')
  expect(initials('Émile 木村')).toBe('É木')
  expect(initials('👩🏽 Zoë')).toBe('👩🏽Z')
  expect(initials('')).toBe('?')
})

test('a person keeps their colour', () => {
  expect(personColor('abc')).toBe(personColor('abc'))
  const colours = new Set(Array.from({ length: 200 }, (_, i) => personColor(`id-${i}`)))
  expect([...colours].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(render(<Avatar id="abc" name="Ana" />)).toContain('aria-hidden="true"')
})

test('chords are written as the machine writes them', () => {
  expect(chord('mod+k', true)).toBe('⌘K')
  expect(chord('mod+k', false)).toBe('Ctrl K')
  expect(chord('mod+enter', true)).toBe('⌘↵')
  expect(chord('?', false)).toBe('?')
  expect(chord('j', true)).toBe('j')
})
