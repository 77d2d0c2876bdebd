import type { Contact } from '@rolecall/protocol'

/** The form's text; tags as one line. */
export interface Draft {
  name: string
  email: string
  phone: string
  tags: string
}

export const draftOf = (contact: Contact): Draft => ({
  name: contact.name,
  email: contact.details?.email ?? '',
  phone: contact.details?.phone ?? '',
  tags: contact.tags.join(', '),
})

/** What the form changes, and nothing else: who does not see the details does not send them either. */
export function changes(contact: Contact, draft: Draft): Change {
  const change: Change = {}
  const name = draft.name.trim()
  if (name !== contact.name) change.name = name
  if (contact.details) {
    const email = draft.email.trim() || null
    const phone = draft.phone.trim() || null
    if (email !== contact.details.email) change.email = email
    if (phone !== contact.details.phone) change.phone = phone
  }
  const tags = tagsOf(draft.tags)
  if (tags.join('\n') !== contact.tags.join('\n')) change.tags = tags
  return change
}

/** "vip,  Billing, vip" → ["vip", "Billing"]. */
export const tagsOf = (line: string): string[] => [
  ...new Set(
    line
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]

export interface Change {
  name?: string
  email?: string | null
  phone?: string | null
  tags?: string[]
}
