import { randomUUID } from 'node:crypto'
import { createApi, smtpMail, timesAll } from '@rolecall/api'
import { connect, keptSecret } from '@rolecall/db'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { apps } from './apps.ts'
import { databaseOf } from './database.ts'
import { demo } from './demo/demo.ts'
import { takePort } from './door.ts'
import { answerFault } from './errors.ts'
import { health } from './health.ts'
import { freshOperatorKey } from './keys.ts'
import { operatorRoute } from './operator.ts'
import type { Settings } from './settings.ts'
import { hearOut } from './unread.ts'

export interface RunningServer {
  /** Where it answers. */
  url: string
  /** Where the embedded database lives; undefined on PostgreSQL. */
  dataDir: string | undefined
  /** The one-time link with which the first account is made; null once there is one. */
  setupLink: string | null
  /** Ends open streams, lets running calls finish, gives the data folder back. */
  close(): Promise<void>
}

/** Running calls get this long to finish when the server stops. */
const patienceMs = 5000

/**
 * One server process.
 * @throws what the port or the database say: address in use, {FolderInUse}, {NewerSchema}, {CannotServe}, {NoWall}
 */
export async function startServer(settings: Settings, log: Logger): Promise<RunningServer> {
  const door = await takePort(settings.host, settings.port)
  try {
    return await open(door, settings, log)
  } catch (error) {
    await door.close(0)
    throw error
  }
}

async function open(door: Awaited<ReturnType<typeof takePort>>, settings: Settings, log: Logger) {
  const { dataDir } = settings
  const url = settings.url ?? `http://${nameOf(settings.host)}:${door.port}`
  const database = await connect(databaseOf(settings))
  const loggerInstance: FastifyBaseLogger = log
  const app: FastifyInstance = fastify({
    serverFactory: () => door.server,
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 1_000_000,
    trustProxy: settings.trustProxy ?? false,
    routerOptions: { maxParamLength: 5000 },
    frameworkErrors: answerFault,
  })
  app.setErrorHandler(answerFault)
  hearOut(app)
  try {
    const api = createApi({
      database,
      secret: settings.secret ?? (await keptSecret(database)),
      url,
      log,
      limits: timesAll(settings.limits),
      ...(settings.smtpUrl && {
        mail: smtpMail(settings.smtpUrl, settings.mailFrom ?? `Rolecall <rolecall@${new URL(url).hostname}>`),
      }),
      ...(settings.demo && { features: demo.features }),
    })
    await app.register(api.plugin)
    health(app, database)
    await app.register(apps)
    if (settings.demo) await app.register(demo.pages, { prefix: '/demo', accountId: await demo.seed(database) })
    if (database.engine === 'pglite') operatorRoute(app, api.operator.obey, freshOperatorKey(dataDir))
    await app.ready()
    await api.start()
    const token = await api.operator.prepareSetup()
    door.open(app.routing)
    database.announce(`http://127.0.0.1:${door.port}`)
    return {
      url,
      dataDir: database.dataDir,
      setupLink: token && `${url}/console/setup#${token}`,
      close: async () => {
        await api.close()
        await door.close(patienceMs)
        await app.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** A name that a browser on this machine can open. */
const nameOf = (host: string) => (host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host)
