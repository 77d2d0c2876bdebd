import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recorder } from '../testing/lines.ts'
import { discreet, tellError } from './tell-error.ts'

const hidden = 'hunter2'
const failed = (code: string, message = 'it failed') =>
  Object.assign(new Error(message), {
    code,
    table: 'message',
    constraint: 'message_pkey',
    detail: `Key (body)=(${hidden}) already exists.`,
    where: hidden,
    hint: hidden,
    query: `insert … '${hidden}'`,
    params: [hidden],
    parameters: [hidden],
    body: hidden,
    headers: { cookie: hidden },
  })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error
  }
}

describe('tellError', () => {
  it('says what failed where, and why', () => {
    const told = tellError(new Error('outer', { cause: failed('23505') }))
    expect(told).toMatchObject({
      type: 'Error',
      message: 'outer',
      stack: expect.stringMatching(/^\s+at /),
      cause: { code: '23505', table: 'message', constraint: 'message_pkey', message: 'it failed' },
    })
  })

  it.each([
    ['a failed statement', failed('23505')],
    ['data that cannot be read', failed('22P02', `invalid input syntax for type uuid: "${hidden}"`)],
    ['a body that is not JSON', parsed(hidden)],
    ['an input that is wrong', z.enum(['a']).safeParse(hidden).error],
    ['several at once', new AggregateError([failed('23505')], 'all failed')],
    ['one below another', new Error('above', { cause: new Error('middle', { cause: failed('23505') }) })],
    ['a fact that is a text', Object.assign(new Error('x'), { code: `${hidden} and more` })],
    ['no error at all', hidden],
    ['an object', { password: hidden }],
  ])('keeps the values of %s to itself', (_, error) => {
    expect(JSON.stringify(tellError(error))).not.toContain(hidden)
  })
})

describe('discreet', () => {
  it('tells a log no more of an error, wherever it stands', () => {
    const { log, lines } = recorder()
    const safe = discreet(log)
    safe.error({ requestId: 'r', err: failed('23505') }, 'failed')
    safe.warn(failed('23505'), 'failed too')
    safe.info('just words')
    expect(JSON.stringify(lines)).not.toContain(hidden)
    expect(lines).toMatchObject([
      { level: 'error', fields: { requestId: 'r', err: { code: '23505' } }, message: 'failed' },
      { level: 'warn', fields: { err: { code: '23505' } } },
      { level: 'info', message: 'just words' },
    ])
  })
})
