// Which of the site's pages a department answers for: a chat that begins there waits in it.

export const pages = [
  `alter table department add column pages text[] not null default '{}' check (cardinality(pages) <= 20)`,
]
