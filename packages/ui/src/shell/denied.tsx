import type { AnyPermission } from '@rolecall/client'
import { api } from '../data/api.ts'
import { useQuery } from '../data/query.ts'
import { useTitle } from '../data/title.ts'
import { Button } from '../parts/button.tsx'
import { session } from '../session/session.ts'
import { Skeleton } from '../states/skeleton.tsx'
import { ErrorState, NotPermitted } from '../states/states.tsx'
import { words } from '../words.ts'
import { RequestAccess } from './request-access.tsx'

/** Why is this not open to me? Asked of the server, so that the answer is the one that decides. `home`: where they may go. */
export function Denied({ permission, home }: DeniedProps) {
  const role = session.value?.role.id
  const why = useQuery(`${permission} ${role}`, (signal) => api.session.why.query({ permission }, { signal }))
  useTitle(words.denied.missing)
  if (why.failure)
    return (
      <ErrorState level={1} title={words.failure.title} action={<Button onClick={why.reload}>{words.retry}</Button>}>
        {why.failure.text}
      </ErrorState>
    )
  if (!why.data) return <Skeleton label={words.loading} rows={2} avatar={false} />
  const names = new Intl.ListFormat(undefined, { type: 'disjunction' }).format(why.data.granters.map((one) => one.name))
  const helps = names ? words.denied.granters(names) : words.denied.nobody
  return (
    <NotPermitted
      level={1}
      title={words.denied.title(why.data.label)}
      action={
        home && (
          <a class="button button-secondary button-m" href={home.path}>
            {words.denied.goTo(home.label)}
          </a>
        )
      }
    >
      <p>
        {words.denied.body(why.data.role)} {helps}
      </p>
      <p class="denied-name">
        {words.denied.missing}: <code>{why.data.permission}</code>
      </p>
      <RequestAccess permission={permission} helps={helps} />
    </NotPermitted>
  )
}

export interface DeniedProps {
  permission: AnyPermission
  home?: Home | undefined
}

/** A page by its name. */
export interface Home {
  path: string
  label: string
}
