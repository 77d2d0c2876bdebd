// Names that look alike must not stand beside each other: people give a role by its name. Two names are the same where
// their keys are: without what shows nothing, small, and with each letter as the Latin one that it looks like (the idea of
// Unicode's UTS 39, kept to the scripts in which whole words can be forged). The database makes the key, so that no writer
// can forget it; by tables of ours and not by a locale's, so that it is the same on every machine.

/** Latin letters, and what reads like each of them. */
const alike: Record<string, string> = {
  a: 'АаΑαɑ',
  b: 'ВВΒβЬь',
  c: 'СсϹϲ',
  d: 'ԁ',
  e: 'ЕеΕε',
  g: 'ɡց',
  h: 'НнΗҺһհ',
  i: 'ІіΙιı',
  j: 'ЈјϳȷյͿ',
  k: 'КкΚκ',
  l: 'Ӏӏ1|',
  m: 'МмΜμ',
  n: 'Νηпոռ',
  o: 'ОоΟοσ0Օօ',
  p: 'РрΡρ',
  q: 'Ԛԛզ',
  r: 'г',
  s: 'ЅѕՏ',
  t: 'ТтΤτ',
  u: 'υսՍ',
  v: 'Ѵѵν',
  w: 'Ԝԝω',
  x: 'ХхΧχ',
  y: 'УуΥγҮү',
  z: 'Ζζ',
}

// Combining marks that no letter took in, format characters, fillers and the blank of Braille.
const nothing = /[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u
const space = /\p{White_Space}/u

/** What PostgreSQL's translate() takes: each character of the first becomes that of the second, and goes where there is none. */
function tables(): [from: string, to: string] {
  const become = new Map<string, string>()
  const gone: string[] = []
  const ranges = [0x21, 0xd7ff, 0xe000, 0xffff, 0xe0000, 0xe01ef]
  for (let n = 0; n < ranges.length; n += 2)
    for (let code = ranges[n] as number; code <= (ranges[n + 1] as number); code++) {
      const letter = String.fromCodePoint(code)
      const small = letter.toLowerCase()
      if (nothing.test(letter)) gone.push(letter)
      else if (space.test(letter)) become.set(letter, ' ')
      else if (small !== letter && small.length === letter.length) become.set(letter, small)
    }
  for (const [latin, others] of Object.entries(alike)) for (const other of others) become.set(other, latin)
  // A capital that looks like nothing else is what its small letter is.
  for (const [letter, small] of become) become.set(letter, become.get(small) ?? small)
  return [[...become.keys(), ...gone].join(''), [...become.values()].join('')]
}

const [from, to] = tables()
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** `name_key(text)`. NFKC first: it makes full-width letters, ligatures and all kinds of spaces the plain ones. */
export const nameKey = [
  `create function name_key(name text) returns text language sql immutable strict parallel safe
    return btrim(regexp_replace(translate(normalize(name, NFKC), ${quoted(from)}, ${quoted(to)}), ' +', ' ', 'g'), ' ')`,
]

/**
 * Gives a table's names a key that is there once in each account. Names that are alike already stay as they are, told apart
 * by `name_tie`: nobody's roles change their names by an update. A new name is free of all of them.
 */
export const keyed = (table: 'role' | 'department'): string[] => [
  `alter table ${table} add column name_key text not null generated always as (name_key(name)) stored`,
  `alter table ${table} add column name_tie integer not null default 0`,
  // Who owns a table is behind its wall too.
  `alter table ${table} no force row level security`,
  `update ${table} t set name_tie = n.tie from (select account_id, id,
      row_number() over (partition by account_id, name_key order by created_at, id) - 1 as tie from ${table}) n
    where n.tie > 0 and t.account_id = n.account_id and t.id = n.id`,
  `alter table ${table} force row level security`,
  `create unique index ${table}_name_key on ${table} (account_id, name_key, name_tie)`,
]
