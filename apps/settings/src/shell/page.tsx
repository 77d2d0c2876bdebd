import { Icon, useTitle } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'

/** What every page of the settings begins with: its name, a sentence that says what it is for, and its main action. */
export function Page({ title, lead, back, actions, tabs, children }: PageProps) {
  useTitle(title)
  return (
    <div class="sheet">
      {back && (
        <a class="sheet-back" href={back.path}>
          <Icon name="back" size={16} />
          {back.label}
        </a>
      )}
      <header class="sheet-head">
        <div class="sheet-text">
          <h1>{title}</h1>
          {lead && <p class="sheet-lead">{lead}</p>}
        </div>
        {actions && <div class="sheet-actions">{actions}</div>}
      </header>
      {tabs}
      {children}
    </div>
  )
}

export interface PageProps {
  title: string
  /** One sentence. */
  lead?: ComponentChildren
  /** The page above this one. */
  back?: { path: string; label: string }
  /** Buttons at the end of the head; the main one last. */
  actions?: ComponentChildren
  /** Under the head, such as TeamTabs. */
  tabs?: ComponentChildren
  children?: ComponentChildren
}
