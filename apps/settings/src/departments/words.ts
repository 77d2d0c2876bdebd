export const words = {
  title: 'Departments',
  lead: 'Who answers what. A role can be limited to the chats of its member’s departments.',
  loading: 'Loading…',
} as const
