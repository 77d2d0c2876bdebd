import { gone, type Moves, moved, type Place, stay } from './property.ts'

// Where chats go by what is done, each worked out once. `which` are masks of the chats that it is done to.

/** They become nobody's. */
export const free = (which: number): Moves =>
  which === 0 ? stay : once(`free ${which}`, () => moved(which, ({ department }) => ({ assignee: null, department })))

/** They become somebody's, or nobody's. */
export const given = (which: number, assignee: number | null): Moves =>
  once(`give ${which} ${assignee}`, () => moved(which, ({ department }) => ({ assignee, department })))

/** A department goes: those of its chats that are set free wait for none, the others stay closed. */
export const closed = (department: string, freed: number): Moves =>
  once(`close ${department} ${freed}`, () => {
    const to = (next: string | null) => (place: Place) =>
      place.department === department ? { ...place, department: next } : place
    return moved(freed, to(null), to(gone))
  })

const known = new Map<string, Moves>()

function once(key: string, make: () => Moves): Moves {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
