/** Which chats a member sees besides their own. Each clause opens some; what any of them opens is seen. */
export interface Reach {
  all: boolean
  /** All chats of these, whoever has them. */
  departments: { id: string; name: string }[]
  /** Of nobody's chats: none, those that wait for no department, or any. */
  unassigned: 'none' | 'unrouted' | 'any'
}
