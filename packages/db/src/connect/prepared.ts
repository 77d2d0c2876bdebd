// The calls that every request makes are parsed and planned once per connection instead of once per call: about an
// eighth of what a visitor's message costs the server. Kysely names no statements, so they are known by their text.
// Since their plans live as long as a connection, a migration must not change what such a function returns: it adds
// another function.

const hot =
  /^select (?:\* from )?(?:visitor_say|visitor_by_secret|member_by_session_hash|member_by_token|enter_account)\(/
const names = new Map<string, string>()

/** A name to prepare the statement under; undefined for the others. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || !hot.test(text)) return known
  const name = `rolecall_${names.size}`
  names.set(text, name)
  return name
}
