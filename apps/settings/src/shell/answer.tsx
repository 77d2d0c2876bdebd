import { Button, ErrorState, type Query, Skeleton } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { words } from '../words.ts'

/** What is asked of the server: grey shapes until it comes, its refusal with a way to ask again, then what it says. */
export function Answer<T>({
  query,
  children,
  avatar = false,
}: {
  query: Query<T>
  children: (data: T) => ComponentChildren
  avatar?: boolean
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (!query.failure) return <Skeleton label={words.loading} avatar={avatar} />
  return (
    <ErrorState title={words.failure.title} action={<Button onClick={query.reload}>{words.retry}</Button>}>
      {query.failure.text}
    </ErrorState>
  )
}
