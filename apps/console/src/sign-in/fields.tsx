import { Field } from '@rolecall/ui'
import type { ComponentChildren } from 'preact'
import { words } from './words.ts'

// What password managers and browsers fill in by its name and kind, so it is written the same at every door.

interface Typed {
  value: string
  onInput: (value: string) => void
}

export const EmailField = (typed: Typed) => (
  <Field label={words.door.email} name="email" type="email" autocomplete="username" required {...typed} />
)

/** How the team and visitors will see whoever signs up. */
export const NameField = (typed: Typed) => (
  <Field label={words.setup.name} name="name" autocomplete="name" required maxLength={100} {...typed} />
)

/** The password that somebody has. */
export function PasswordField(field: Typed & { label?: string; hint?: string; aside?: ComponentChildren }) {
  return (
    <Field
      label={words.door.password}
      name="password"
      type="password"
      autocomplete="current-password"
      required
      maxLength={128}
      {...field}
    />
  )
}

/** The password that somebody will have; the server asks for as many characters. */
export function NewPasswordField(field: Typed & { label?: string }) {
  return (
    <Field
      label={words.reset.password}
      hint={words.reset.hint}
      name="new-password"
      type="password"
      autocomplete="new-password"
      required
      minLength={10}
      maxLength={128}
      {...field}
    />
  )
}
