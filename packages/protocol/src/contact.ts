/** Shown only with `contacts.details`. */
export interface ContactDetails {
  email: string | null
  phone: string | null
  ip: string | null
  /** Custom fields, as given by the page. */
  data: Record<string, string>
}

export interface Contact {
  id: string
  name: string
  /** null: masked, the reader lacks `contacts.details`. */
  details: ContactDetails | null
  tags: string[]
  /** Page the visitor last wrote from, and their browser in words. */
  page: string | null
  device: string | null
  createdAt: string
  lastSeenAt: string
}
