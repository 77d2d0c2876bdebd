import { randomUUID } from 'node:crypto'
import { createApi, smtpMail, timesAll } from '@rolecall/api'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { apps } from './apps.ts'
import { demo } from './demo/demo.ts'
import type { FrontDoor } from './door.ts'
import { answerFault } from './errors.ts'
import { health } from './health.ts'
import { freshOperatorKey } from './keys.ts'
import { listen } from './listen.ts'
import { openDatabase } from './open-database.ts'
import { operatorRoute } from './operator.ts'
import { warnOfProxy } from './proxied.ts'
import { below, rootOf } from './root.ts'
import { secretFor } from './secret.ts'
import { inUrl } from './settings/listen.ts'
import type { Settings } from './settings.ts'
import { hearOut } from './unread.ts'

export interface RunningServer {
  /** Where people find it. */
  url: string
  /** Where it listens, as this machine reaches it. */
  at: string
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
 * @throws what explain.ts can put into words
 */
export async function startServer(settings: Settings, log: Logger): Promise<RunningServer> {
  const door = await listen(settings.host, settings.port)
  try {
    return await open(door, settings, log)
  } catch (error) {
    await door.close(0)
    throw error
  }
}

async function open(door: FrontDoor, settings: Settings, log: Logger) {
  const { dataDir } = settings
  const url = settings.url ?? `http://${nameOf(settings.host)}:${door.port}`
  const root = rootOf(url)
  const database = await openDatabase(settings)
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
  warnOfProxy(app, settings.trustProxy)
  try {
    const api = createApi({
      database,
      secret: await secretFor(database, settings.secret, log),
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
    await app.register(apps, { root })
    if (settings.demo) await app.register(demo.pages, { prefix: '/demo', accountId: await demo.seed(database) })
    if (database.engine === 'pglite') operatorRoute(app, api.operator.obey, freshOperatorKey(dataDir))
    await app.ready()
    await api.start()
    const token = await api.operator.prepareSetup()
    door.open(below(root, app.routing))
    const at = `http://${inUrl(door.host, '127.0.0.1')}:${door.port}`
    database.announce(at)
    return {
      url,
      at,
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
const nameOf = (host: string) => (host === '127.0.0.1' ? 'localhost' : inUrl(host, 'localhost'))
