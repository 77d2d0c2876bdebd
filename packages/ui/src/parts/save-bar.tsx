import type { ComponentChildren } from 'preact'

/** What has changed and is not saved, with the two ways on; stays at the foot of the window while the page scrolls. */
export function SaveBar({ label, children, actions }: SaveBarProps) {
  return (
    <section class="save-bar" aria-label={label}>
      <div class="save-bar-text" role="status">
        {children}
      </div>
      <div class="save-bar-actions">{actions}</div>
    </section>
  )
}

export interface SaveBarProps {
  label: string
  /** "4 changes · 3 members lose …": read out as it changes. */
  children: ComponentChildren
  /** Discard first, Save last. */
  actions: ComponentChildren
}
