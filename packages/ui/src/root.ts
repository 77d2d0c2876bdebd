/**
 * Where the installation begins below its origin: empty, or what ROLECALL_URL has behind the host, such as `/chat`. The
 * server writes it into the page; without a page, as when an app is built, there is none.
 */
export const root: string =
  globalThis.document?.querySelector<HTMLMetaElement>('meta[name=rolecall-root]')?.content ?? ''
