import { type Get, SettingsError } from './reader.ts'

/** How letters leave (SMTP_URL), and whom they come from (ROLECALL_MAIL_FROM). The address may hold a password: it is never repeated. */
export function mailOf(get: Get) {
  const [smtpUrl, mailFrom] = [get('SMTP_URL'), get('ROLECALL_MAIL_FROM')]
  if (smtpUrl !== undefined && !isSmtp(smtpUrl)) {
    throw new SettingsError(
      'SMTP_URL must be an address such as smtp://mail.example.com or smtps://user:password@mail.example.com:465; ' +
        'in a password, / # ? @ : and % are written as %2F %23 %3F %40 %3A and %25.',
    )
  }
  if (mailFrom !== undefined && !/^([^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(mailFrom)) {
    throw new SettingsError(
      'ROLECALL_MAIL_FROM must be an e-mail address, alone or behind a name: Help <help@example.com>.',
    )
  }
  if (mailFrom !== undefined && smtpUrl === undefined)
    throw new SettingsError(
      'ROLECALL_MAIL_FROM is set and SMTP_URL is not: no letter would leave. Set both or neither.',
    )
  return { smtpUrl, mailFrom }
}

function isSmtp(text: string): boolean {
  const url = URL.parse(text)
  return !!url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '' && isDecodable(url)
}

/** nodemailer decodes user and password, and throws where it cannot. */
function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(`${username}:${password}`)
    return true
  } catch {
    return false
  }
}
