import { Button } from '../parts/button.tsx'
import { Allowed } from './allowed.tsx'

// Checked by tsc: each line under an @ts-expect-error must not compile.

export const good = (
  <Allowed call="inbox.delete">
    <Button call="inbox.delete">Delete</Button>
  </Allowed>
)
export const slip = (
  // @ts-expect-error no such procedure
  <Allowed call="inbox.delte">x</Allowed>
)
export const permission = (
  // @ts-expect-error a permission is not a procedure
  <Allowed call="contacts.view">x</Allowed>
)
export const button = (
  // @ts-expect-error nor may a button name one
  <Button call="contacts.viev">x</Button>
)
