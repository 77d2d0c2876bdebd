import type { CatalogueSection } from '@rolecall/protocol'
import { api, mayCall, part, useQuery } from '@rolecall/ui'
import { useMemo } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { useNews } from '../data/use-news.ts'
import { RolePage } from './role-page.tsx'
import './role.css'
import './roles.css'
import { type Rules, rulesOf } from './rules.ts'
import { newId } from './store.ts'
import { Waiting } from './waiting.tsx'

const GoneRole = part(() => import('./gone-role.tsx').then((file) => file.GoneRole))
const NewRole = part(() => import('./new-role.tsx').then((file) => file.NewRole))

/** One role, or a new one; `section` opens its panel of permissions. */
export function Role() {
  const { params } = useRoute()
  const { query } = useLocation()
  const catalogue = useQuery('catalogue', (signal) => api.roles.catalogue.query(undefined, { signal }))
  const rules = useRules(catalogue.data)
  const from = query['from'] ?? null
  if (!rules) return <Waiting of={catalogue} />
  if (!params['roleId']) return <NewRole key={newId(from)} from={from} rules={rules} section={params['section']} />
  return <OneRole key={params['roleId']} roleId={params['roleId']} rules={rules} section={params['section']} />
}

const useRules = (sections: CatalogueSection[] | undefined): Rules | undefined =>
  useMemo(() => sections && rulesOf(sections), [sections])

function OneRole({ roleId, rules, section }: { roleId: string; rules: Rules; section: string | undefined }) {
  // Asked again when one may change roles, or no longer: the reason is the server's to say.
  const key = `${roleId} ${mayCall('roles.edit')}`
  const role = useQuery(key, (signal) => api.roles.get.query({ roleId }, { signal }), { keep: true })
  useNews(['roles', 'members', 'invites', 'plan'], role.reload)
  if (role.failure?.refusal?.code === 'NOT_FOUND')
    return <GoneRole roleId={roleId} rules={rules} onRestored={role.reload} />
  if (!role.data) return <Waiting of={role} />
  return <RolePage role={role.data} query={role} rules={rules} section={section} />
}
