// What is a word to the search: whatever stands between gaps and signs, in small letters that are the same in every
// locale. Signs are taken out first, because PostgreSQL's parser would keep an address or a link as one word that is
// found by its first letters only.

const signs = String.raw`@./:-_+&?=#,;!*~^%$|()[]{}<>"` + "''\\`"

const plain = (text: string) => `translate(${text}, '${signs}', repeat(' ', ${signs.replace("''", "'").length}))`

/** The words of a text, as an expression of SQL. */
export const wordsOf = (text: string): string => `to_tsvector('pg_catalog.simple', fold(${plain(text)}))`

/**
 * The words of a row and, as one more, whose account it is: so that an index finds the words of one account without an
 * extension, which not every host has.
 */
export const indexedWords = (account: string, text: string): string =>
  `(array_to_tsvector(array['=' || ${account}::text]) || ${wordsOf(text)})`
