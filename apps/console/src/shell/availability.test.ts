import { session, toasts } from '@rolecall/ui'
import { sessionWith } from '@rolecall/ui/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { words } from '../words.ts'
import { setOnline, setWidget } from './availability.ts'

const onlineCall = vi.hoisted(() => vi.fn())
const widgetCall = vi.hoisted(() => vi.fn())
vi.mock('@rolecall/ui', async (original) => ({
  ...(await original<typeof import('@rolecall/ui')>()),
  api: { switches: { setOnline: { mutate: onlineCall }, setWidget: { mutate: widgetCall } } },
}))

beforeEach(() => {
  session.value = sessionWith(['switches.setOnline', 'switches.setWidget'])
  toasts.value = []
})
afterEach(() => vi.resetAllMocks())
const now = () => ({ online: session.value?.account.online, widgetShown: session.value?.account.widgetShown })

test('a switch turns at once, and what the server says holds', async () => {
  let answer = (_state: object) => {}
  onlineCall.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
  const done = setOnline(false)
  expect(now()).toEqual({ online: false, widgetShown: true })
  answer({ online: false, widgetShown: false })
  await done
  expect(now()).toEqual({ online: false, widgetShown: false })
  expect(toasts.value.map((one) => one.text)).toEqual([words.switches.offlineNow])
})

test('refused, it turns back and says why', async () => {
  widgetCall.mockRejectedValueOnce({
    data: { refusal: { code: 'PERMISSION_MISSING', message: 'Your role may not.', requestId: 'r' } },
  })
  await setWidget(false)
  expect(now()).toEqual({ online: true, widgetShown: true })
  expect(toasts.value.map((one) => one.text)).toEqual(['Your role may not.'])
})

test('undo turns it the other way, and offers no undo of the undo', async () => {
  onlineCall.mockImplementation(async ({ online }) => ({ online, widgetShown: true }))
  await setOnline(false)
  toasts.value[0]?.action?.run()
  await vi.waitFor(() => expect(now().online).toBe(true))
  await vi.waitFor(() => expect(toasts.value.at(-1)?.text).toBe(words.switches.onlineNow))
  expect(toasts.value.at(-1)?.action).toBeUndefined()
})
