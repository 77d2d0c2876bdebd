import { useTitle } from '../data/title.ts'
import { EmptyState } from '../states/states.tsx'
import { words } from '../words.ts'

/** `home`: where the app begins. */
export function NotFound({ home }: { home: string }) {
  useTitle(words.notFound.title)
  return (
    <EmptyState
      level={1}
      icon="globe"
      title={words.notFound.title}
      action={
        <a class="button button-secondary button-m" href={home}>
          {words.notFound.home}
        </a>
      }
    >
      {words.notFound.body}
    </EmptyState>
  )
}
