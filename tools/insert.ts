/** The text with `add` right after `after`. @throws where the place is not there, or not once */
export function insert(text: string, after: string, add: string): string {
  const places = text.split(after).length - 1
  if (places !== 1) throw new Error(`“${after.trim()}” is there ${places} times, and not once`)
  return text.replace(after, () => after + add)
}
