import { TRPCError } from '@trpc/server'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { carrierOf, Refused } from './errors.ts'
import { refusalFor } from './refusal.ts'

const of = (error: unknown) => refusalFor(error, 'r1')

describe('refusalFor', () => {
  it('passes our own refusals on, wrapped or not', () => {
    const refused = new Refused('NOT_NOW', 'Later.', { permission: 'inbox.view', role: 'Agent' })
    const expected = { code: 'NOT_NOW', message: 'Later.', requestId: 'r1', permission: 'inbox.view', role: 'Agent' }
    expect(of(refused)).toEqual(expected)
    expect(of(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: refused }))).toEqual(expected)
  })

  it('names the fields of an input that is wrong, and not what was in them', () => {
    const schema = z.strictObject({ list: z.array(z.strictObject({ id: z.uuid() })) })
    const { error } = schema.safeParse({ list: [{ id: 'TOP-SECRET' }] })
    const refusal = of(new TRPCError({ code: 'BAD_REQUEST', cause: error }))
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'list.0.id' }] })
    expect(JSON.stringify(refusal)).not.toContain('TOP-SECRET')
  })

  it('names twenty fields at most', () => {
    const { error } = z.array(z.number()).safeParse(Array(1000).fill('x'))
    expect(of(error).fields).toHaveLength(20)
  })

  it('keeps every other error to itself', () => {
    const errors = [
      new Error('password=hunter2'),
      new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'password=hunter2' }),
      new TRPCError({ code: 'BAD_REQUEST', message: 'password=hunter2' }),
      new TRPCError({ code: 'NOT_FOUND', message: 'password=hunter2' }),
      Object.assign(new Error('password=hunter2'), { code: '23505', detail: 'password=hunter2' }),
      'password=hunter2',
      { password: 'hunter2' },
      null,
      undefined,
    ]
    for (const error of errors) expect(JSON.stringify(of(error))).not.toContain('hunter2')
    expect(of(errors[0]).code).toBe('INTERNAL')
  })

  it('says that somebody was quicker where a key may be there only once, and not which', () => {
    const twice = Object.assign(new Error('duplicate key value violates unique constraint "role_name"'), {
      code: '23505',
      detail: 'Key (name)=(TOP-SECRET) already exists.',
    })
    for (const error of [twice, new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: twice })]) {
      const refusal = of(error)
      expect([refusal.code, carrierOf(refusal.code).status]).toEqual(['CONFLICT', 409])
      expect(JSON.stringify(refusal)).not.toMatch(/TOP-SECRET|role_name/)
    }
  })

  it('says that the database is away, however deep that stands', () => {
    const down = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    const refusal = of(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: down }))
    expect(refusal.code).toBe('UNAVAILABLE')
    expect(carrierOf(refusal.code).status).toBe(503)
  })
})
