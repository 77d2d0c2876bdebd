import { createTransport } from 'nodemailer'

export interface Letter {
  to: string
  subject: string
  text: string
}

/** Where mail leaves the house. Resolves when it was taken over; throws when it was not. */
export interface Mail {
  /** false: letters reach nobody, only the log. */
  readonly delivers: boolean
  send(letter: Letter): Promise<void>
}

/** Mail over SMTP, e.g. `smtps://user:password@mail.example.com`. Gives up after ten seconds. */
export function smtpMail(url: string, from: string): Mail {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    delivers: true,
    async send(letter) {
      // An address object, so that nothing in the address can add a header or a second recipient.
      await transport.sendMail({
        from,
        to: { name: '', address: letter.to },
        subject: letter.subject,
        text: letter.text,
      })
    },
  }
}

/** Without a mail server: what is written stays a row (post.ts). */
export const noMail: Mail = {
  delivers: false,
  send: () => Promise.reject(new Error('There is no mail server')),
}

/** What a mail server said no with, as a code: 'ECONNREFUSED', '550'. Its words may hold an address. */
export function faultOf(error: unknown): string {
  const { responseCode, code } = (error ?? {}) as { responseCode?: number; code?: string }
  return `${responseCode ?? code ?? 'unknown'}`
}
