import { Skeleton } from '@rolecall/ui'
import { Page } from '../shell/page.tsx'
import { TeamTabs } from '../shell/team-tabs.tsx'
import { words } from './words.ts'

export function Invites() {
  return (
    <Page title={words.invites} lead={words.invitesLead} tabs={<TeamTabs />}>
      <Skeleton label={words.loading} avatar={false} />
    </Page>
  )
}
