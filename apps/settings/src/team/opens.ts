import { session } from '@rolecall/ui'

/** Nobody lets anybody see chats that they do not see themselves. */
export function opens(departmentId: string): boolean {
  const reach = session.value?.reach
  return reach !== undefined && (reach.all || reach.departments.some(({ id }) => id === departmentId))
}
