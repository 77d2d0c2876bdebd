import { api, Badge, Button, EmptyState, ErrorState, mayCall, Notice, number, Skeleton, useQuery } from '@rolecall/ui'
import { useMemo } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Page } from '../shell/page.tsx'
import { AddRole, NoRoomNotice } from './add-role.tsx'
import { DeletedRoles } from './deleted-roles.tsx'
import { listWords } from './list-words.ts'
import { RoleTable } from './role-table.tsx'
import { rulesOf } from './rules.ts'
import { isKept, newId } from './store.ts'
import { useRoles } from './use-roles.ts'
import { words } from './words.ts'
import './roles.css'

/** Roles & Permissions: every role, what it reaches at a glance, and who holds it. */
export function Roles() {
  const list = useRoles()
  const catalogue = useQuery('catalogue', (signal) => api.roles.catalogue.query(undefined, { signal }))
  const rules = useMemo(() => catalogue.data && rulesOf(catalogue.data), [catalogue.data])
  const failure = list.failure ?? catalogue.failure
  const { data } = list
  const again = () => {
    list.reload()
    catalogue.reload()
  }
  return (
    <Page title={words.title} lead={words.lead} actions={data && <AddRole create={data.create} />}>
      {failure && !(data && rules) && (
        <ErrorState title={words.failure.title} action={<Button onClick={again}>{words.retry}</Button>}>
          {failure.text}
        </ErrorState>
      )}
      {!failure && !(data && rules) && <Skeleton label={words.loading} avatar={false} />}
      {data && rules && <Both list={data} rules={rules} />}
    </Page>
  )
}

function Both({
  list,
  rules,
}: {
  list: NonNullable<ReturnType<typeof useRoles>['data']>
  rules: ReturnType<typeof rulesOf>
}) {
  const [defaults, customs] = [list.roles.filter(({ custom }) => !custom), list.roles.filter(({ custom }) => custom)]
  const locked = customs.some((role) => role.locked)
  const { plan, used, allowed } = list.allowance
  const say = listWords
  return (
    <>
      {mayCall('roles.create') && isKept(newId(null)) && (
        <Notice
          action={
            <a class="button button-secondary button-m" href={paths.newRole}>
              {say.goOn}
            </a>
          }
        >
          {say.draft}
        </Notice>
      )}
      <section class="roles-group">
        <header>
          <h2>{say.defaults}</h2>
          <p>{say.defaultsWhy}</p>
        </header>
        <RoleTable label={say.defaults} roles={defaults} rules={rules} />
      </section>
      <section class="roles-group">
        <header>
          <h2>{say.customs}</h2>
          <Badge>
            <span class="visually-hidden">{say.allowanceLabel}: </span>
            {say.allowance(number(used), allowed === null ? '∞' : number(allowed), say.plans[plan])}
          </Badge>
        </header>
        {mayCall('roles.create') && !list.create.may ? (
          <NoRoomNotice create={list.create} locked={locked} />
        ) : (
          locked && <Notice tone="warn">{say.lockedWhy}</Notice>
        )}
        {customs.length > 0 ? (
          <RoleTable label={say.customs} roles={customs} rules={rules} />
        ) : (
          <EmptyState icon="shield" title={say.empty} action={<AddRole create={list.create} />}>
            {say.emptyBody}
          </EmptyState>
        )}
        <DeletedRoles />
      </section>
    </>
  )
}
