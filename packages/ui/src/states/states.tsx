import type { IconName } from '../parts/icon.tsx'
import { State, type StateProps } from './state.tsx'

/** Nothing there yet: says what will be here and the next step. */
export const EmptyState = ({ icon = 'inbox', ...props }: StateProps & { icon?: IconName }) => (
  <State kind="empty" icon={icon} {...props} />
)

/** The search or filter leaves nothing: the action clears it. */
export const NoResults = (props: StateProps) => <State kind="none" icon="search" {...props} />

/** It went wrong: says what to do; the action tries again. */
export const ErrorState = (props: StateProps) => <State kind="error" icon="alert" {...props} />

/** Names the missing permission and who can grant it. */
export const NotPermitted = (props: StateProps) => <State kind="denied" icon="lock" {...props} />
