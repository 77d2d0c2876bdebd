/**
 * Whom this page was made for: what stands on it, what is being written and what waits to be sent is theirs. It stays so
 * when they are signed out, and only a load of the page makes it anybody else's.
 */
let owner: string | undefined

/** false: it is somebody else's already. */
export function own(memberId: string): boolean {
  owner ??= memberId
  return owner === memberId
}

export const whose = (): string | undefined => owner

/** What a call that this page makes by itself says of it. */
export const saysWhose = (): Record<string, string> => (owner === undefined ? {} : { 'x-rolecall-member': owner })
