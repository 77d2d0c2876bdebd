import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../parts/icon.tsx'

/** What empty, error, not-permitted and no-results have in common; each has its own face, and none can pass for another. */
export function State({ kind, icon, title, children, action }: StateProps & { kind: string; icon: IconName }) {
  return (
    <div class={`state state-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <span class="state-mark">
        <Icon name={icon} size={24} />
      </span>
      <h2>{title}</h2>
      {children && <div class="state-body">{children}</div>}
      {action && <div class="state-action">{action}</div>}
    </div>
  )
}

export interface StateProps {
  title: string
  children?: ComponentChildren
  action?: ComponentChildren
}
