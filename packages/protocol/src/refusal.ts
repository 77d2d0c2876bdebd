/** `data.refusal` of every tRPC error, and the body of every refused plain route. */
export interface Refusal {
  /** Stable, upper snake case: PERMISSION_MISSING, NOT_SIGNED_IN, NOT_FOUND, INVALID_INPUT, UNAVAILABLE, … */
  code: RefusalCode
  /** A sentence for people; says what to do. */
  message: string
  requestId: string
  /** With PERMISSION_MISSING: the permission and the role that lacks it. */
  permission?: string
  role?: string
  /** With INVALID_INPUT: where. */
  fields?: { path: string; message: string }[]
}

export type RefusalCode =
  | 'PERMISSION_MISSING'
  | 'NOT_SIGNED_IN'
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  | 'CONFLICT'
  | 'NOT_NOW'
  /** A preview of a role changes nothing, and ends after a while. */
  | 'PREVIEW'
  /** The page that calls was made for somebody else than who is signed in now. */
  | 'OTHER_MEMBER'
  | 'TOO_MANY'
  | 'TOO_LARGE'
  /** The request itself did not arrive in time. */
  | 'TOO_SLOW'
  | 'WRONG_ORIGIN'
  | 'WRONG_CONTENT_TYPE'
  | 'WIDGET_HIDDEN'
  | 'UNAVAILABLE'
  | 'INTERNAL'
