import type { Session } from '@rolecall/protocol'

/** What a member may no longer call, and what they newly may: the difference of two sessions of the same member. */
export function sessionDiff(before: Session, after: Session): { lost: string[]; gained: string[] } {
  const had = new Set(before.procedures)
  const has = new Set(after.procedures)
  return {
    lost: before.procedures.filter((path) => !has.has(path)),
    gained: after.procedures.filter((path) => !had.has(path)),
  }
}
