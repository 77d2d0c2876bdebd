import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../parts/icon.tsx'

/** What empty, error, not-permitted and no-results have in common; each has its own face, and none can pass for another. */
export function State({
  kind,
  icon,
  title,
  children,
  action,
  level = 2,
}: StateProps & { kind: string; icon: IconName }) {
  const Heading = `h${level}` as const
  return (
    <div class={`state state-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <span class="state-mark">
        <Icon name={icon} size={24} />
      </span>
      <Heading>{title}</Heading>
      {children && <div class="state-body">{children}</div>}
      {action && <div class="state-action">{action}</div>}
    </div>
  )
}

export interface StateProps {
  title: string
  children?: ComponentChildren
  action?: ComponentChildren
  /** 1 where it is all that the page shows. */
  level?: 1 | 2
}
