import type { WidgetConfig } from '@rolecall/protocol'

// What the page and the panel's frame say to each other: a name and a value. The visitor's key and the words of a chat
// never cross this bridge.

export type Shown = Extract<WidgetConfig, { shown: true }>

/** First word, from page to frame, with the port that carries all others. */
export interface Hello {
  rolecall: Shown
  /** When the server said that. */
  at: number
  open: boolean
  /** Address of the page without its query and fragment, where secrets may be. */
  page: string
  who: Who
  /** This page, or one that was left too soon, shut the widget down: forget the conversation first. */
  forget: boolean
}

export interface Who {
  name?: string | undefined
  email?: string | undefined
  /** Whom it is for, by the department's name. */
  department?: string | undefined
}

export interface ToPanel {
  /** With the page's address. */
  open: string
  close: null
  who: Who
  forget: null
}

export interface ToPage {
  /** The panel has drawn itself. */
  ready: null
  /** Escape, or its close button. */
  close: null
  /** How many, and that in words. */
  unread: [count: number, label: string]
  message: 'team' | 'visitor'
  /** There is (or no longer is) a conversation to come back to. */
  kept: boolean
  /** "Widget is shown" was switched. */
  shown: boolean
  forgotten: null
}

/** What has no value is sent without one. */
export type Send<Words> = <Name extends keyof Words>(name: Name, value?: Words[Name]) => void
export type Hear<Words> = { [Name in keyof Words]: (value: Words[Name]) => void }
