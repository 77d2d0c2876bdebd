import { Skeleton } from '@rolecall/ui'
import { Page } from '../shell/page.tsx'
import { TeamTabs } from '../shell/team-tabs.tsx'
import { words } from './words.ts'

export function Departments() {
  return (
    <Page title={words.title} lead={words.lead} tabs={<TeamTabs />}>
      <Skeleton label={words.loading} avatar={false} />
    </Page>
  )
}
