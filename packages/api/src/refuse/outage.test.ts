import { describe, expect, it } from 'vitest'
import { outageOf, worthAnotherTry } from './outage.ts'

const withCode = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code })

describe('outageOf', () => {
  it.each(['ECONNREFUSED', '08006', '57P01', '57P03'])('knows %s', (code) => {
    expect(outageOf(withCode(code))).toBe('down')
    expect(outageOf(new Error('wrapped', { cause: withCode(code) }))).toBe('down')
  })

  it.each(['Connection terminated unexpectedly', 'Query read timeout', 'PGlite is closed'])(
    'knows “%s”',
    (sentence) => {
      expect(outageOf(new Error(sentence))).toBe('down')
    },
  )

  it.each([
    ['slow', withCode('57014')],
    ['locked', withCode('55P03')],
    ['full', withCode('53100')],
    ['full', withCode('ENOSPC')],
    ['full', new Error('could not extend file "base/5/1": No space left on device')],
    ['busy', withCode('53300')],
    ['busy', new Error('timeout exceeded when trying to connect')],
  ])('tells %s from a database that is away', (outage, error) => {
    expect(outageOf(error)).toBe(outage)
    expect(outageOf(new Error('wrapped', { cause: error }))).toBe(outage)
  })

  it('looks into what several addresses answered', () => {
    expect(outageOf(new AggregateError([withCode('ECONNREFUSED')], ''))).toBe('down')
  })

  it.each([
    ['a duplicate key', withCode('23505')],
    ['a deadlock', withCode('40P01')],
    ['a bug', new TypeError('x is not a function')],
    ['no error at all', 'ECONNREFUSED'],
  ])('is not fooled by %s', (_, error) => {
    expect(outageOf(error)).toBeUndefined()
  })

  it('ends on an error that is its own cause', () => {
    const error = new Error('round and round')
    error.cause = error
    expect(outageOf(error)).toBeUndefined()
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
