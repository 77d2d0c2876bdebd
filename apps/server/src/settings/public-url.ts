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
  return url.href.replace(/\/+$/, '')
}
