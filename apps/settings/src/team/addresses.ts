/** Addresses as people paste them: a line each, or with commas; "Ana Lopes <ana@example.com>" too. Each once. */
export function addressesIn(text: string): { emails: string[]; wrong: string[] } {
  const entries = text.split(/[\n,;]+/).flatMap((entry) => {
    const named = /<([^<>]*)>/.exec(entry)?.[1]
    return named === undefined ? entry.split(/\s+/) : [named]
  })
  const all = [...new Set(entries.map((one) => one.trim()).filter(Boolean))]
  return { emails: all.filter(isAddress), wrong: all.filter((one) => !isAddress(one)) }
}

/** Like one; what is none after all, the server says. */
const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text)
