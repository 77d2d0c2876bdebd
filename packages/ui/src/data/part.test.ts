import { expect, test, vi } from 'vitest'
import { part } from './part.tsx'

test('the file is asked for once, however often the part is shown', async () => {
  const get = vi.fn(async () => () => null)
  const Page = part(get)
  await Promise.all([Page.load(), Page.load()])
  await Page.load()
  expect(get).toHaveBeenCalledTimes(1)
})

test('a file that did not come is asked for again', async () => {
  const get = vi.fn(async () => () => null)
  get.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  const Page = part(get)
  await Page.load()
  await Page.load()
  await Page.load()
  expect(get).toHaveBeenCalledTimes(2)
})
