import { Button, type Form, Mark, useTitle } from '@rolecall/ui'
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

/** Fields and the one button under them; over them what went wrong with the whole form. */
export function DoorForm({ form, submit, children }: { form: Form; submit: string; children: ComponentChildren }) {
  return (
    <form class="door-form" onSubmit={form.submit}>
      <p class="door-wrong" role="alert" hidden={!form.wrong}>
        {form.wrong}
      </p>
      {children}
      <Button type="submit" kind="primary" wide busy={form.busy}>
        {submit}
      </Button>
    </form>
  )
}

/** Where somebody goes on from a door that has no form for them. */
export const DoorLink = ({ to, main = false, children }: { to: string; main?: boolean; children: string }) => (
  <a class={`button button-${main ? 'primary' : 'secondary'} button-m wide`} href={to}>
    {children}
  </a>
)
