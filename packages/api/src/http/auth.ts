import type { Database } from '@rolecall/db'
import { betterAuth } from 'better-auth'
import type { Log } from '../refuse/log.ts'
import { passwordLength, verifyPassword } from '../work/password.ts'

export interface AuthOptions {
  /** A transaction, where what it writes stands or falls with something else. */
  db: Database['db']
  secret: string
  url: string
  log: Log
  /** How a new password is kept. */
  hash?: (password: string) => Promise<string>
}

const minutes = 60
const purpose = 'reset-password'

/**
 * better-auth keeps passwords and the links that replace them, in our tables and in our transactions. Who signs in where
 * is ours (sign-in.ts): it knows one login to an address, and one session to a login. Its HTTP handler is not mounted.
 */
export function createAuth({ db, secret, url, log, hash }: AuthOptions) {
  const auth = betterAuth({
    appName: 'Rolecall',
    secret,
    baseURL: url,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (level, message) => log[level]({ from: 'better-auth' }, message) },
    // Ours counts calls in the database (limits.ts); this one counts in memory and trusts a header.
    rateLimit: { enabled: false },
    user: {
      modelName: 'identity_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
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
      password: { ...(hash && { hash }), verify: ({ hash: stored, password }) => verifyPassword(stored, password) },
      resetPasswordTokenExpiresIn: minutes * 60,
      // Ours, with the streams that they opened (reset.ts).
      revokeSessionsOnPasswordReset: false,
    },
    advanced: { database: { validateSchema: false } },
  })
  const links = async () => (await auth.$context).internalAdapter

  return {
    /** Whose the link with this token is; undefined: nobody's any more. */
    async linkOf(token: string): Promise<string | undefined> {
      const link = await (await links()).findVerificationValue(`${purpose}:${token}`)
      return link && link.expiresAt > new Date() ? link.value : undefined
    },

    /** Makes a link that is good for an hour. */
    async makeLink(userId: string, token: string): Promise<void> {
      const expiresAt = new Date(Date.now() + minutes * 60_000)
      await (await links()).createVerificationValue({ identifier: `${purpose}:${token}`, value: userId, expiresAt })
    },

    /** Spends the link and sets the password. @throws {APIError} where it was spent already */
    setPassword: (token: string, newPassword: string) => auth.api.resetPassword({ body: { token, newPassword } }),
  }
}
