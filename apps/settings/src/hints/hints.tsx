import { Skeleton } from '@rolecall/ui'
import { Page } from '../shell/page.tsx'
import { words } from './words.ts'

export function Hints() {
  return (
    <Page title={words.title} lead={words.lead}>
      <Skeleton label={words.loading} avatar={false} />
    </Page>
  )
}
