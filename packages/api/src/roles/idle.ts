import type { Door } from '../guard/door.ts'

/** Asked inside of what other permissions open: what is masked, and who may manage whom. */
export const within: readonly string[] = ['contacts.details', 'team.administrators']

/** Tells whether a permission opens nothing yet: no door asks for it, those of sibling apps included. */
export function idleIn(doors: readonly Door[]): (permission: string) => boolean {
  const asked = new Set(within)
  for (const { callers } of doors) if (callers.kind === 'permission') asked.add(callers.permission)
  return (permission) => !asked.has(permission)
}
