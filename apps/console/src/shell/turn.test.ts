import { session, toasts } from '@rolecall/ui'
import { sessionWith } from '@rolecall/ui/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { words } from '../words.ts'
import { turnOnline, turnWidget } from './turn.ts'

const setOnline = vi.hoisted(() => vi.fn())
const setWidget = vi.hoisted(() => vi.fn())
vi.mock('@rolecall/ui', async (original) => ({
  ...(await original<typeof import('@rolecall/ui')>()),
  api: { switches: { setOnline: { mutate: setOnline }, setWidget: { mutate: setWidget } } },
}))

beforeEach(() => {
  session.value = sessionWith(['switches.setOnline', 'switches.setWidget'])
  toasts.value = []
})
afterEach(() => vi.resetAllMocks())
const now = () => ({ online: session.value?.account.online, widgetShown: session.value?.account.widgetShown })

test('a switch turns at once, and what the server says holds', async () => {
  let answer = (_state: object) => {}
  setOnline.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
  const done = turnOnline(false)
  expect(now()).toEqual({ online: false, widgetShown: true })
  answer({ online: false, widgetShown: false })
  await done
  expect(now()).toEqual({ online: false, widgetShown: false })
  expect(toasts.value.map((one) => one.text)).toEqual([words.switches.offlineNow])
})

test('refused, it turns back and says why', async () => {
  setWidget.mockRejectedValueOnce({
    data: { refusal: { code: 'PERMISSION_MISSING', message: 'Your role may not.', requestId: 'r' } },
  })
  await turnWidget(false)
  expect(now()).toEqual({ online: true, widgetShown: true })
  expect(toasts.value.map((one) => one.text)).toEqual(['Your role may not.'])
})

test('undo turns it the other way, and offers no undo of the undo', async () => {
  setOnline.mockImplementation(async ({ online }) => ({ online, widgetShown: true }))
  await turnOnline(false)
  toasts.value[0]?.action?.run()
  await vi.waitFor(() => expect(now().online).toBe(true))
  await vi.waitFor(() => expect(toasts.value.at(-1)?.text).toBe(words.switches.onlineNow))
  expect(toasts.value.at(-1)?.action).toBeUndefined()
})
