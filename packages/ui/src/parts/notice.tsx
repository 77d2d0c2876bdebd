import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** A word within the page about what follows: good to know, take care, or what is wrong. */
export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={tone === 'info' ? 'info' : 'alert'} size={18} />
      <div class="notice-text">
        {title && <strong>{title}</strong>}
        <div>{children}</div>
      </div>
      {action && <div class="notice-action">{action}</div>}
    </div>
  )
}

export interface NoticeProps {
  tone?: 'info' | 'warn' | 'bad'
  title?: string
  children: ComponentChildren
  action?: ComponentChildren
}
