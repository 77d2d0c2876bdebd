import { Client } from 'pg'

/** Who would sign in with that address, and to which database; neither is always written in it. */
export function signsInAs(url: string): { user: string; database: string } {
  const { user = '', database = '' } = new Client({ connectionString: url })
  return { user, database }
}

export interface Account {
  user: string
  password: string
  database: string
}

/** The same server and the same way there, signing in as somebody else. What the query says counts most, so it says it. */
export function addressAs(url: string, { user, password, database }: Account): string {
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(database)}`
  address.searchParams.set('user', user)
  address.searchParams.set('password', password)
  return address.href
}
