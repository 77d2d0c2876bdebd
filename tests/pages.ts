import type { StartedApi } from '@rolecall/api/testing'
import { screensOf } from './walks/controls.ts'

/** The address of every page of both apps, those of one thing by one of the seed's. */
export async function everyPage({ seed }: Pick<StartedApi, 'seed'>): Promise<string[]> {
  const some: Record<string, string> = {
    memberId: seed.members.Agent.id,
    roleId: seed.roles.Agent,
    contactId: seed.contacts[0]?.id ?? '',
    chatId: seed.chats.agents,
  }
  const screens = [...(await screensOf('console')), ...(await screensOf('settings'))]
  return screens.map(({ path, params = '' }) => {
    const needed = params.split('/').flatMap((one) => (one.startsWith(':') && !one.endsWith('?') ? [one.slice(1)] : []))
    return [path, ...needed.map((name) => some[name] ?? name)].join('/')
  })
}
