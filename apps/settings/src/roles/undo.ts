import { api, failureOf, toast } from '@rolecall/ui'
import { words } from './words.ts'

/** Takes back what was just saved, as a version of its own. Where somebody has saved since, the server says so. */
export async function undo(roleId: string, name: string, version: number, to: number): Promise<void> {
  try {
    await api.roles.rollBack.mutate({ roleId, version, to })
    toast(words.bar.undone(name), { tone: 'good' })
  } catch (error) {
    toast(failureOf(error).text, { tone: 'bad' })
  }
}
