/** Of all that browsers and servers both have, what is needed here. */
declare const URL: new (text: string) => { hostname: string }

/** What `<input type="email">` takes (HTML standard, 4.10.5.1.5), letter for letter: what a form lets through is taken. */
export const emailAddress =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z\d](?:[a-zA-Z\d-]{0,61}[a-zA-Z\d])?(?:\.[a-zA-Z\d](?:[a-zA-Z\d-]{0,61}[a-zA-Z\d])?)*$/

/** An address whose domain is written in any script, with the domain as it travels (punycode); another text as it is. */
export function asciiDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1
  const domain = address.slice(at)
  // Only letters, marks, digits, dots and hyphens: whatever else an address bar takes is no mail domain.
  if (at === 0 || !/[^\0-\x7f]/.test(domain) || !/^[\p{L}\p{M}\p{N}.\u3002-]+$/u.test(domain)) return address
  try {
    return address.slice(0, at) + new URL(`http://${domain}`).hostname
  } catch {
    return address
  }
}
