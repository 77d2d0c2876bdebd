import { get, type IncomingMessage } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { type FrontDoor, takePort } from './door.ts'

let door: FrontDoor
afterEach(() => door.close(0))

const ask = (port: number) =>
  new Promise<IncomingMessage>((done, fail) => get({ port, host: '127.0.0.1' }, done).on('error', fail))

test('says "not yet" until it is opened', async () => {
  door = await takePort('127.0.0.1', 0)
  const early = await ask(door.port)
  expect([early.statusCode, early.headers['retry-after']]).toEqual([503, '1'])
  early.resume()
  door.open((_, response) => response.end('here'))
  const late = await ask(door.port)
  expect(late.statusCode).toBe(200)
  late.resume()
})

test('lets an answer that is under way finish, and cuts what never ends', async () => {
  door = await takePort('127.0.0.1', 0)
  let finish = () => {}
  door.open((request, response) => {
    response.write('begun, ')
    if (request.headers['x-slow']) return
    finish = () => response.end('ended')
  })
  const answer = await ask(door.port)
  const text = answer.toArray().then((chunks) => Buffer.concat(chunks).toString())
  const endless = await new Promise<IncomingMessage>((done) =>
    get({ port: door.port, host: '127.0.0.1', headers: { 'x-slow': '1' } }, done),
  )
  const cut = new Promise<string>((done) =>
    endless.on('error', (error) => done((error as NodeJS.ErrnoException).code ?? '')),
  )
  endless.resume()
  setTimeout(() => finish(), 50)
  await door.close(300)
  expect(await text).toBe('begun, ended')
  expect(await cut).toBe('ECONNRESET')
})
