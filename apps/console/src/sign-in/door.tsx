import { Mark, useTitle } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { words } from './words.ts'

/** The quiet page around sign-in, reset and set-up. */
export function Door({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ComponentChildren
  children?: ComponentChildren
}) {
  useTitle(title)
  return (
    <main class="door">
      <div class="door-card">
        <p class="door-brand">
          <Mark size={32} />
          <span>{words.product}</span>
        </p>
        <h1>{title}</h1>
        {lead && <p class="door-lead">{lead}</p>}
        {children}
      </div>
    </main>
  )
}

/** What went wrong with the whole form. */
export const Wrong = ({ text }: { text: string | null }) => (
  <p class="door-wrong" role="alert" hidden={!text}>
    {text}
  </p>
)
