import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../parts/icon.tsx'

/** One line over the page that says what is the matter, such as "Reconnecting…". */
export function Banner({ tone = 'plain', icon, children, action }: BannerProps) {
  return (
    <div class={`banner banner-${tone}`} role="status">
      {icon && <Icon name={icon} size={18} />}
      <p>{children}</p>
      {action}
    </div>
  )
}

export interface BannerProps {
  tone?: 'plain' | 'warn' | 'bad'
  icon?: IconName
  children: ComponentChildren
  action?: ComponentChildren
}
