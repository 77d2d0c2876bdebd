import type { CallName } from '@rolecall/client'
import { render } from 'preact-render-to-string'
import { afterEach, expect, test } from 'vitest'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { IconButton } from '../parts/icon-button.tsx'
import { Menu } from '../parts/menu.tsx'
import { Switch } from '../parts/switch.tsx'
import { sessionWith } from '../testing/session.ts'
import { Allowed } from './allowed.tsx'
import { session } from './session.ts'

afterEach(() => {
  session.value = null
})

const nothing = () => {}
const controls = (call: CallName) => [
  <Allowed call={call}>
    <p data-call={call}>there</p>
  </Allowed>,
  <Button call={call}>Do</Button>,
  <IconButton call={call} icon="trash" label="Do" />,
  <Switch call={call} label="Do" on onChange={nothing} />,
  <Menu label="More" trigger={() => null} items={[{ id: 'do', label: 'Do', call, onSelect: nothing }]} />,
  <Confirm open title="Do it?" body="Gone." yes="Do" no="Cancel" call={call} onYes={nothing} onNo={nothing} />,
]

test('whatever names its call is there for who may, and names it', () => {
  session.value = sessionWith(['inbox.delete'])
  for (const control of controls('inbox.delete')) expect(render(control)).toContain('data-call="inbox.delete"')
})

test('and leaves no trace for who may not', () => {
  session.value = sessionWith(['inbox.list'])
  for (const control of controls('inbox.delete')) expect(render(control)).toBe('')
})

test('in its place stands what is given for the others', () => {
  const text = (
    <Allowed call="contacts.edit" otherwise={<span>Maria</span>}>
      <input />
    </Allowed>
  )
  expect(render(text)).toBe('<span>Maria</span>')
})
