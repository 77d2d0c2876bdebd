import type { StartedApi } from '@rolecall/api/testing'
import { expect } from 'vitest'
import { newTarget, type Target } from './target.ts'
import { trace } from './trace.ts'

type Ask<T> = (name: string, target: Target) => Promise<T>

/**
 * Asks all of them at once, on one target, and gives the answers by name. Together they leave the account as it was: to
 * read it is most of the work, so it is only read for each alone where something has changed, to name which did it.
 */
export async function withoutTrace<T>(
  account: StartedApi,
  names: readonly string[],
  ask: Ask<T>,
): Promise<Record<string, T>> {
  const target = await newTarget(account)
  const before = await trace(account)
  const answers = await Promise.all(names.map(async (name) => [name, await ask(name, target)] as const))
  const after = await trace(account)
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    expect(await culprits(account, names, ask), 'these leave a trace').toEqual([])
    expect(after, 'together they leave a trace, and none alone').toEqual(before)
  }
  return Object.fromEntries(answers)
}

async function culprits<T>(account: StartedApi, names: readonly string[], ask: Ask<T>): Promise<string[]> {
  const found: string[] = []
  for (const name of names) {
    const target = await newTarget(account)
    const before = JSON.stringify(await trace(account))
    await ask(name, target)
    if (JSON.stringify(await trace(account)) !== before) found.push(name)
  }
  return found
}
