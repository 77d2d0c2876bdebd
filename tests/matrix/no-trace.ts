import type { StartedApi } from '@rolecall/api/testing'
import { changesIn } from '@rolecall/db/testing'
import { expect } from 'vitest'
import { newTarget, type Target } from './target.ts'

type Ask<T> = (name: string, target: Target) => Promise<T>

/**
 * Asks all of them at once, on one target, and gives the answers by name. Together they leave the account as it was; where
 * they do not, each is asked alone, to name which did it.
 */
export async function withoutTrace<T>(
  account: StartedApi,
  names: readonly string[],
  ask: Ask<T>,
): Promise<Record<string, T>> {
  const target = await newTarget(account)
  await account.mailed()
  await changed(account)
  const answers = await Promise.all(names.map(async (name) => [name, await ask(name, target)] as const))
  const trace = await changed(account)
  if (trace.length > 0) {
    expect(await culprits(account, names, ask), 'these leave a trace').toEqual([])
    expect(trace, 'together they leave a trace, and none alone').toEqual([])
  }
  return Object.fromEntries(answers)
}

async function culprits<T>(account: StartedApi, names: readonly string[], ask: Ask<T>): Promise<string[]> {
  const found: string[] = []
  for (const name of names) {
    const target = await newTarget(account)
    await changed(account)
    await ask(name, target)
    if ((await changed(account)).length > 0) found.push(name)
  }
  return found
}

const changed = ({ database, seed }: StartedApi) => changesIn(database, seed.accountId)
