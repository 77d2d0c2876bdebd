/** What a new account does first; there for whoever may do it, and done by what is so. */
export interface FirstStep {
  id: 'invite' | 'widget' | 'departments'
  done: boolean
}

/** Where the widget was seen, as far as browsers tell: origin and path, to some minutes. null: nowhere yet. */
export interface WidgetSeen {
  page: string
  /** ISO times. */
  firstAt: string
  lastAt: string
}
