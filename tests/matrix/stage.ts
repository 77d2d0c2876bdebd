import type { StartedApi } from '@rolecall/api/testing'
import { expect } from 'vitest'
import { newTarget, type Target } from './target.ts'
import { trace } from './trace.ts'

/** What a call finds, and how the account reads before it. */
export interface Stage {
  target: Target
  before: unknown
}

const untouched = new WeakMap<StartedApi, Stage>()

/** A stage that no call has changed: to make and to read one is most of the work, and most calls are refused. */
export async function stageFor(account: StartedApi): Promise<Stage> {
  const known = untouched.get(account)
  untouched.delete(account)
  return known ?? { target: await newTarget(account), before: await trace(account) }
}

/** The call was refused and left the account as it was, so the next one may have the same stage. */
export async function leftAlone(account: StartedApi, stage: Stage): Promise<void> {
  expect(await trace(account)).toEqual(stage.before)
  untouched.set(account, stage)
}
