import type { Permission } from '@rolecall/permissions'
import { Button, ErrorState, NotPermitted, Skeleton, session } from '@rolecall/ui'
import { api } from '../data/api.ts'
import { useQuery } from '../data/query.ts'
import { useTitle } from '../data/title.ts'
import { words } from '../words.ts'
import { destinations } from './destinations.ts'

/** Why is this not open to me? Asked of the server, so that the answer is the one that decides. */
export function Denied({ permission }: { permission: Permission }) {
  const role = session.value?.role.id
  const why = useQuery(`${permission} ${role}`, (signal) => api.session.why.query({ permission }, { signal }))
  const home = destinations()[0]
  useTitle(words.denied.missing)
  if (why.failure)
    return (
      <ErrorState level={1} title={words.failure.title} action={<Button onClick={why.reload}>{words.retry}</Button>}>
        {why.failure.text}
      </ErrorState>
    )
  if (!why.data) return <Skeleton label={words.loading} rows={2} avatar={false} />
  const names = new Intl.ListFormat(undefined, { type: 'disjunction' }).format(why.data.granters.map((one) => one.name))
  return (
    <NotPermitted
      level={1}
      title={words.denied.title(why.data.label)}
      action={
        home && (
          <a class="button button-secondary button-m" href={home.path}>
            {words.palette.goTo(home.label)}
          </a>
        )
      }
    >
      <p>
        {words.denied.body(why.data.role)} {names ? words.denied.granters(names) : words.denied.nobody}
      </p>
      <p class="denied-name">
        {words.denied.missing}: <code>{why.data.permission}</code>
      </p>
    </NotPermitted>
  )
}
