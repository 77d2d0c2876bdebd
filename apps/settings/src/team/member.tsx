import { Skeleton } from '@rolecall/ui'
import { useRoute } from 'preact-iso'
import { paths } from '../paths.ts'
import { Page } from '../shell/page.tsx'
import { words } from './words.ts'

/** One member: role, what they hold beside it, departments, tokens. */
export function Member() {
  const { memberId } = useRoute().params
  return (
    <Page title={words.member} back={{ path: paths.team, label: words.title }}>
      <Skeleton key={memberId} label={words.loading} />
    </Page>
  )
}
