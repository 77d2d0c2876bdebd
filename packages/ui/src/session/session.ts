import { computed, signal } from '@preact/signals'
import type { AnyPermission, CallName } from '@rolecall/client'
import type { Session } from '@rolecall/protocol'

/** Who is signed in and what they may do, as the server said last. null: nobody (yet). */
export const session = signal<Session | null>(null)

const callable = computed(() => new Set(session.value?.procedures))
const held = computed(() => new Set(session.value?.permissions))

/** Would the server accept this call now? Reads the session signal, so what asks redraws when the role changes. */
export const mayCall = (path: CallName): boolean => callable.value.has(path)

/** Does the member hold this permission? For what is shown; for a control that calls, ask mayCall. */
export const holds = (permission: AnyPermission): boolean => held.value.has(permission)
