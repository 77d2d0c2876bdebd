import type { Database } from '@rolecall/db'
import { betterAuth } from 'better-auth'
import { type SessionCookie, sessionSeconds } from '../guard/cookie.ts'
import type { Log } from '../refuse/log.ts'
import { membershipsOf } from '../rows/membership.ts'
import { linkTo } from '../work/link.ts'
import type { Mail } from '../work/mail.ts'
import { type Hash, passwordLength, verifyPassword } from '../work/password.ts'

export interface AuthOptions {
  database: Database
  secret: string
  url: string
  cookie: SessionCookie
  mail: Mail
  log: Log
  hash: Hash
  /** Called when all sessions of a person have ended. */
  onRevoked(userId: string): Promise<void>
}

/**
 * better-auth knows who a person is: password, session, reset. What they may do is ours. It keeps its records in our
 * tables; only the four calls of identity.ts reach it, its own HTTP handler is not mounted.
 */
export function createAuth({ database, secret, url, cookie, mail, log, hash, onRevoked }: AuthOptions) {
  return betterAuth({
    appName: 'Rolecall',
    secret,
    baseURL: url,
    database: { db: database.db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (level, message) => log[level]({ from: 'better-auth' }, message) },
    // Ours counts calls in the database (limits.ts); this one counts in memory and trusts a header.
    rateLimit: { enabled: false },
    user: {
      modelName: 'identity_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'identity_session',
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        accountId: { type: 'string', required: false, input: false, fieldName: 'account_id' },
      },
    },
    account: {
      modelName: 'identity_credential',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'identity_verification',
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash, verify: ({ hash: stored, password }) => verifyPassword(stored, password) },
      resetPasswordTokenExpiresIn: 60 * 60,
      revokeSessionsOnPasswordReset: true,
      async sendResetPassword({ user, token }) {
        const link = linkTo(url, `console/reset#${token}`)
        // Not awaited: an address that is known must not answer later than one that is not.
        mail.send(resetLetter(user.email, link)).catch((err) => log.error({ err }, 'reset letter was not sent'))
      },
      onPasswordReset: ({ user }) => onRevoked(user.id),
    },
    databaseHooks: {
      session: {
        create: {
          // Who is no active member anywhere does not get in, however right the password is.
          async before(session) {
            const [membership] = await membershipsOf(database, session.userId)
            await forgetEnded(database, session.userId)
            return membership ? { data: { ...session, accountId: membership.accountId } } : false
          },
        },
      },
    },
    advanced: {
      // false keeps better-auth from putting __Secure- in front of our __Host-.
      useSecureCookies: false,
      cookies: { session_token: { name: cookie.name } },
      defaultCookieAttributes: { secure: cookie.secure, httpOnly: true, sameSite: 'lax', path: cookie.path },
      database: { validateSchema: false },
    },
  })
}

/** Sessions that ran out stay until their owner comes back. */
const forgetEnded = ({ db }: Database, userId: string) =>
  db.deleteFrom('identity_session').where('user_id', '=', userId).where('expires_at', '<', new Date()).execute()

const resetLetter = (to: string, link: string) => ({
  to,
  subject: 'A new password for Rolecall',
  text: `Somebody, hopefully you, asked for a new password.\n\nChoose it here, within an hour:\n${link}\n\nIf it was not you, ignore this letter: nothing has changed.\n`,
})
