import { expect, test } from 'vitest'
import { askedByClosed } from './closed.ts'

const asked = async (code: string) => (await askedByClosed(code)).requests.slice(1)

test('the script itself is the first request', async () => {
  expect((await askedByClosed('')).requests).toEqual(['https://chat.example.com/widget.js'])
})

test.each([
  ['a call', `fetch('https://a.example/x')`],
  ['a call after an answer', `fetch('https://a.example/x').then((r) => r.json()).then(() => fetch('/second'))`],
  ['a picture', `new Image().src = '/pixel.gif'`],
  ['a frame', `const f = document.createElement('iframe'); f.src = '/panel'; document.body.append(f)`],
  ['a style sheet', `document.createElement('link').setAttribute('href', '/a.css')`],
  ['a font', `new CSSStyleSheet().replaceSync('@font-face { src: url("/a.woff2") }')`],
  ['a script', `void import('/more.js').catch(() => {})`],
  ['a beacon', `navigator.sendBeacon('/seen')`],
  ['a socket', `new WebSocket('wss://a.example')`],
  ['something later', `setTimeout(() => fetch('/late'), 60_000)`],
])('%s counts', async (_, code) => {
  expect(await asked(code)).not.toEqual([])
})

test('what draws and listens asks for nothing', async () => {
  const code = `const b = document.createElement('button'); b.onclick = () => fetch('/opened'); document.body.append(b)`
  expect(await asked(code)).toEqual([])
})
