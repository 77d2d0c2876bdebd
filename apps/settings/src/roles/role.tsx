import { Skeleton } from '@rolecall/ui'
import { useRoute } from 'preact-iso'
import { paths } from '../paths.ts'
import { Page } from '../shell/page.tsx'
import { words } from './words.ts'

/** One role, or a new one; `section` opens its panel of permissions. */
export function Role() {
  const { roleId } = useRoute().params
  return (
    <Page title={roleId ? words.role : words.newRole} back={{ path: paths.roles, label: words.title }}>
      <Skeleton key={roleId} label={words.loading} avatar={false} />
    </Page>
  )
}
