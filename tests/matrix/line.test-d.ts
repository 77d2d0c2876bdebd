import { expectTypeOf, test } from 'vitest'
import type { Line, Lines } from './line.ts'

test('a verb without a line does not compile, nor a line without a verb', () => {
  expectTypeOf<Lines<'switches'>>().toEqualTypeOf<Readonly<Record<'setOnline' | 'setWidget', Line>>>()
  // @ts-expect-error setWidget is missing
  expectTypeOf<{ setOnline: Line }>().toExtend<Lines<'switches'>>()
})
