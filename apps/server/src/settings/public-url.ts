import { type Get, SettingsError } from './reader.ts'

const example = 'Write it as people type it, such as https://chat.example.com.'

/** ROLECALL_URL: where browsers find the server, without a slash at its end. */
export function publicUrlOf(get: Get): string | undefined {
  const text = get('ROLECALL_URL')
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol) || !/^https?:\/\//i.test(text))
    throw new SettingsError(`ROLECALL_URL must begin with http:// or https://. ${example}`)
  if (url.username || url.password) throw new SettingsError(`ROLECALL_URL takes no user and no password. ${example}`)
  if (/[?#\s]/.test(text)) throw new SettingsError(`ROLECALL_URL ends before any "?", "#" or blank. ${example}`)
  // As it stands in a page, in a cookie's path and in an address: with nothing that has to be written otherwise in one.
  if (!/^(\/[\w.~-]+)*\/*$/.test(url.pathname))
    throw new SettingsError(
      `ROLECALL_URL has a path with more in it than letters, digits, "-", "_", "." and "~". ${example}`,
    )
  return url.href.replace(/\/+$/, '')
}
