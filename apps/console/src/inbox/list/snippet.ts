/** The one line that puts the widget of an account on a site. The account's id is public: there is no secret in it. */
export const snippetOf = (origin: string, accountId: string): string =>
  `<script async src="${origin}/widget.js" data-account="${accountId}"></script>`
