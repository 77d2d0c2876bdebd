/** What a list is narrowed by, each '' where it is not. It stands in the address, so that a list can be passed on. */
export function filtersOf<Key extends string>(...keys: Key[]) {
  type Filters = Record<Key, string>
  return {
    /** As the address says them. */
    read: (query: Record<string, string>) =>
      Object.fromEntries(keys.map((key) => [key, query[key] ?? ''])) as Record<Key, string>,
    /** The address of the list with these filters. */
    address(path: string, filters: Filters): string {
      const query = new URLSearchParams(keys.flatMap((key) => (filters[key] ? [[key, filters[key]]] : [])))
      return query.size > 0 ? `${path}?${query}` : path
    },
    narrows: (filters: Filters): boolean => keys.some((key) => filters[key] !== ''),
  }
}
