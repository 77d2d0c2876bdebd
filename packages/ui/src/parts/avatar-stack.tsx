import { Avatar } from './avatar.tsx'

/** A few of several people, overlapping, and how many more. Read out as names. */
export function AvatarStack({ people, total = people.length, most = 4, size = 24 }: AvatarStackProps) {
  const shown = people.slice(0, most)
  const more = total - shown.length
  if (shown.length === 0) return null
  const names = [...shown.map(({ name }) => name), ...(more > 0 ? [`+${more}`] : [])]
  return (
    <span class="avatar-stack" role="img" aria-label={new Intl.ListFormat(undefined, { type: 'unit' }).format(names)}>
      {shown.map((person) => (
        <Avatar key={person.id} id={person.id} name={person.name} size={size} />
      ))}
      {more > 0 && <span class={`avatar avatar-${size} avatar-more`} data-initials={`+${more > 99 ? 99 : more}`} />}
    </span>
  )
}

export interface AvatarStackProps {
  people: readonly { id: string; name: string }[]
  /** How many there are, where `people` holds only the first. */
  total?: number
  /** How many faces are drawn. */
  most?: number
  size?: 20 | 24 | 32
}
