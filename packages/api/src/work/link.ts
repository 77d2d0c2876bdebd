/** A page of ours as a letter or a log names it, `console/join#…`; `url` is where the installation begins, with or without a path. */
export const linkTo = (url: string, page: string): string => `${url.replace(/\/+$/, '')}/${page}`
