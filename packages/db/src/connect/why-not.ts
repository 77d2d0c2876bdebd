/** Why a PostgreSQL server did not let us in, as a sentence that names the setting. The address's password is in none. */
export function whyNot(error: unknown, url: URL, setting: string): string {
  const { code, message, path } = error as NodeJS.ErrnoException
  const socket = url.searchParams.get('host')
  const at = socket?.startsWith('/')
    ? `in ${socket}`
    : `at ${socket ?? (url.hostname || 'localhost')}:${url.port || 5432}`
  const user = decodeURIComponent(url.username) || '(nobody)'
  const database = decodeURIComponent(url.pathname.slice(1)) || user
  const correct = `Correct ${setting}`

  if (message === 'The server does not support SSL connections')
    return `The database server ${at} speaks no TLS, and the sslmode of ${setting} asks for it. Turn TLS on there or, on a network that you trust, write sslmode=disable.`
  if (certificate.has(code ?? '') || code?.startsWith('ERR_TLS') || code?.startsWith('ERR_SSL'))
    return `The certificate of the database server ${at} is not believed (${message}). Name who signed it with sslrootcert=/path/to/ca.pem in ${setting}.`
  if (code === 'ENOENT' && path && !socket) return `${setting} names the file ${path}, which is not there. ${correct}.`
  if (code === 'ENOENT' && socket)
    return `There is no PostgreSQL ${at} (no socket there). Start it, or correct the host in ${setting}.`
  if (code === 'ECONNREFUSED')
    return `No PostgreSQL answers ${at} (${code}). Start it, or correct ${setting}; without one the embedded database is used.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `There is no host ${socket ?? url.hostname} (${code}). ${correct}; where its password holds / # ? @ : or %, set PGPASSWORD instead.`
  if (/timeout|ETIMEDOUT/.test(`${message} ${code}`) || code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
    return `The database server ${at} cannot be reached: it does not answer. Look at firewall and network, or correct ${setting}.`
  if (code === '28P01' || code === '28000' || /password must be a string/.test(message))
    return `The database server ${at} does not let the user ${user} in (${message}). Correct user and password in ${setting}, or in PGUSER and PGPASSWORD.`
  if (code === '3D000')
    return `There is no database "${database}" ${at}. Make it (createdb ${database}), or correct the name at the end of ${setting}.`
  if (code === '53300')
    return `The database server ${at} has no connection left. Raise its max_connections, or stop what holds them.`
  if (code === '57P03')
    return `The database server ${at} is still starting, or stopping (${message}). Try again in a moment.`
  if (code === '42501' || code === '55000')
    return `The user ${user} may not use the database "${database}" (${message}). Have an administrator allow it, or correct ${setting}.`
  return `What ${setting} leads to, ${at}, cannot be used as a database (${message}). Is it PostgreSQL 15 or later? ${correct}.`
}

const certificate = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
])
