import { Button, ErrorState, type Query, Skeleton } from '@rolecall/ui'
import { paths } from '../paths.ts'
import { Page } from '../shell/page.tsx'
import { words } from './words.ts'

/** Not there yet, or it could not be loaded. */
export function Waiting({ of }: { of: Pick<Query<unknown>, 'failure' | 'reload'> }) {
  return (
    <Page title={words.role} back={{ path: paths.roles, label: words.title }}>
      {of.failure ? (
        <ErrorState title={words.failure.title} action={<Button onClick={of.reload}>{words.retry}</Button>}>
          {of.failure.text}
        </ErrorState>
      ) : (
        <Skeleton label={words.loading} avatar={false} />
      )}
    </Page>
  )
}
