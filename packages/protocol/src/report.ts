export interface ReportDay {
  /** YYYY-MM-DD in the report's time zone. */
  day: string
  chats: number
  /** Chats of that day that a member answered. */
  answered: number
  /** Median seconds from the visitor's first message to the first reply; null when none was answered. */
  firstResponse: number | null
}

export interface Report {
  from: string
  to: string
  timeZone: string
  days: ReportDay[]
  total: { chats: number; answered: number; firstResponse: number | null }
}
