import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Together } from './together.ts'

/** Something that is read when it is told to be. */
function slow() {
  const ends: { done: (value: number) => void; fail: (error: Error) => void }[] = []
  const read = () => new Promise<number>((done, fail) => ends.push({ done, fail }))
  return { ends, read }
}

describe('those who ask for the same thing', () => {
  it('share the next reading, not the one that had begun', async () => {
    const together = new Together()
    const { ends, read } = slow()
    const asked = [1, 2, 3, 4].map(() => together.run('one', read))
    await turn()
    expect(ends).toHaveLength(1)
    ends[0]?.done(1)
    await turn()
    expect(ends).toHaveLength(2)
    const late = together.run('one', read)
    ends[1]?.done(2)
    await turn()
    ends[2]?.done(3)
    expect(await Promise.all([...asked, late])).toEqual([1, 2, 2, 2, 3])
    expect(ends).toHaveLength(3)
  })

  it('do not wait for those who ask for another', async () => {
    const together = new Together()
    const { ends, read } = slow()
    void together.run('one', read)
    const other = together.run('other', read)
    ends[1]?.done(5)
    expect(await other).toBe(5)
  })

  it('read anew after one that failed, which fails only for its own', async () => {
    const together = new Together()
    const { ends, read } = slow()
    const first = together.run('one', read)
    const second = together.run('one', read)
    ends[0]?.fail(new Error('away'))
    await expect(first).rejects.toThrow('away')
    await turn()
    ends[1]?.done(2)
    expect(await second).toBe(2)
    const third = together.run('one', read)
    ends[2]?.done(3)
    expect(await third).toBe(3)
  })
})
