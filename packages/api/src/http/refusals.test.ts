import { describe, expect, it } from 'vitest'
import { Refused } from '../refuse/errors.ts'
import { ours } from './refusals.ts'

const fastifySays = (code: string) => Object.assign(new Error('in Fastify’s words'), { code })

describe('ours', () => {
  it.each([
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'WRONG_CONTENT_TYPE'],
    ['FST_ERR_CTP_BODY_TOO_LARGE', 'TOO_LARGE'],
    ['FST_ERR_HANDLER_TIMEOUT', 'UNAVAILABLE'],
    ['FST_ERR_CTP_INVALID_JSON_BODY', 'INVALID_INPUT'],
    ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'INVALID_INPUT'],
  ])('says %s as %s', (code, expected) => {
    const said = ours(fastifySays(code))
    expect(said).toBeInstanceOf(Refused)
    expect((said as Refused).refusal.code).toBe(expected)
    expect((said as Refused).refusal.message).not.toContain('Fastify')
  })

  it.each([fastifySays('23505'), new Error('anything'), 'a string', null, undefined])('leaves %s as it is', (error) => {
    expect(ours(error)).toBe(error)
  })
})
