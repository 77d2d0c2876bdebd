import { TabLinks } from '@rolecall/ui'
import { paths } from '../paths.ts'
import { words } from '../words.ts'

/** The pages of Team Members, beside each other. */
export function TeamTabs() {
  return (
    <TabLinks
      label={words.tabs.label}
      tabs={[
        { path: paths.team, label: words.tabs.members, call: 'team.members' },
        { path: paths.invites, label: words.tabs.invites, call: 'team.invites' },
        { path: paths.departments, label: words.tabs.departments, call: 'departments.list' },
      ]}
    />
  )
}
