import { EmptyState } from '@rolecall/ui'
import { useTitle } from '../data/title.ts'
import { paths } from '../paths.ts'
import { words } from '../words.ts'

export function NotFound() {
  useTitle(words.notFound.title)
  return (
    <EmptyState
      level={1}
      icon="globe"
      title={words.notFound.title}
      action={
        <a class="button button-secondary button-m" href={paths.home}>
          {words.notFound.home}
        </a>
      }
    >
      {words.notFound.body}
    </EmptyState>
  )
}
