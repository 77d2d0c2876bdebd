import { describe, expect, it } from 'vitest'
import { databaseIsDown, worthAnotherTry } from './outage.ts'

const withCode = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code })

describe('databaseIsDown', () => {
  it.each(['ECONNREFUSED', '08006', '57P01', '57P03', '57014', '53300'])('knows %s', (code) => {
    expect(databaseIsDown(withCode(code))).toBe(true)
    expect(databaseIsDown(new Error('wrapped', { cause: withCode(code) }))).toBe(true)
  })

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'PGlite is closed',
  ])('knows “%s”', (sentence) => {
    expect(databaseIsDown(new Error(sentence))).toBe(true)
  })

  it('looks into what several addresses answered', () => {
    expect(databaseIsDown(new AggregateError([withCode('ECONNREFUSED')], ''))).toBe(true)
  })

  it.each([
    ['a duplicate key', withCode('23505')],
    ['a deadlock', withCode('40P01')],
    ['a bug', new TypeError('x is not a function')],
    ['no error at all', 'ECONNREFUSED'],
  ])('is not fooled by %s', (_, error) => {
    expect(databaseIsDown(error)).toBe(false)
  })

  it('ends on an error that is its own cause', () => {
    const error = new Error('round and round')
    error.cause = error
    expect(databaseIsDown(error)).toBe(false)
    expect(worthAnotherTry(error)).toBe(false)
  })
})

describe('worthAnotherTry', () => {
  it('says so of a deadlock and of a serialization failure, however deep', () => {
    expect(worthAnotherTry(new Error('undo', { cause: withCode('40P01') }))).toBe(true)
    expect(worthAnotherTry(withCode('40001'))).toBe(true)
  })

  it('does not of anything else', () => {
    expect(worthAnotherTry(withCode('23505'))).toBe(false)
    expect(worthAnotherTry(withCode('ECONNREFUSED'))).toBe(false)
  })
})
