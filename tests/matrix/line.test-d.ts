import { test } from 'vitest'
import type { Lines } from './line.ts'
import { switches } from './switches.ts'

test('a verb without a line does not compile, nor a line without a verb', () => {
  const { setOnline, setWidget } = switches
  const whole: Lines<'switches'> = { setOnline, setWidget }
  // @ts-expect-error setWidget is missing
  const missing: Lines<'switches'> = { setOnline }
  // @ts-expect-error there is no such verb
  const surplus: Lines<'switches'> = { setOnline, setWidget, setFire: setOnline }
  // @ts-expect-error there is no such noun
  type Nobody = Lines<'nobody'>
  return [whole, missing, surplus] satisfies (object | Nobody)[]
})
