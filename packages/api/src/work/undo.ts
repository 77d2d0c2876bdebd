import { type Services, transact, type Work } from './transact.ts'

/** What tRPC's `next()` resolves to. */
export type Result = { ok: true } | { ok: false; error: Error }

/** tRPC's `next()` does not throw: it returns `ok: false`. The transaction has to, or it would commit half a change. */
class Undo extends Error {
  readonly result: Result
  constructor(result: Result & { ok: false }) {
    super('undo', { cause: result.error })
    this.result = result
  }
}

/** Runs a call in one transaction that commits only if the call succeeds. */
export async function undoable<R extends Result>(
  services: Services,
  requestId: string,
  run: (work: Work) => Promise<R>,
): Promise<R> {
  try {
    return await transact(services, requestId, async (work) => {
      const result = await run(work)
      if (!result.ok) throw new Undo(result)
      return result
    })
  } catch (error) {
    if (error instanceof Undo) return error.result as R
    throw error
  }
}
