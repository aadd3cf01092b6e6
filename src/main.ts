import { createApp } from './app.ts'
import type { Io } from './commands/io.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { poolGauges } from './platform/database/connection.ts'
import { openDatabase } from './platform/database/index.ts'
import { withOwner } from './platform/database/owner-connection.ts'
import { takeStock } from './platform/database/take-stock.ts'
import { databaseTrouble } from './platform/database/trouble.ts'
import { loggedError, standardLog } from './platform/log.ts'
import { createMetrics, processGauges, type Metrics } from './platform/metrics.ts'
import type { Platform } from './platform/platform.ts'
import type { RunningQueue } from './platform/queue/run-queue.ts'
import { checkPort, servePages } from './platform/serve.ts'
import { stopSignal } from './platform/stop-signal.ts'
import { untilItWorks } from './platform/until-it-works.ts'
import { loadSampleIfEmpty } from './sample.ts'
import { createFastLane } from './web/fast-lane.ts'

/** Opens the database, loads the sample into an empty one, serves the pages until asked to stop. Returns the exit code. */
export const main = async (config: Config, io: Io, { wantsSample }: { wantsSample: boolean }): Promise<number> => {
  const asked = stopSignal()
  await checkPort(config)
  const opened = await openDatabase(config, 'alone', standardLog)
  try {
    const platform: Platform = { database: opened.database, clock: systemClock, config, log: standardLog }
    const hasLoaded = wantsSample && (await loadSampleIfEmpty(platform))
    if (hasLoaded) await withOwner(opened.url, 'count', (owner) => takeStock(owner, config.municipality))
    const metrics = createMetrics()
    const fastLane = createFastLane(platform, metrics)
    const { fetch } = await createApp(platform, metrics, fastLane)
    const serving = await servePages({ fetch, lane: fastLane.lane }, config)

    io.stdout.write(greeting(config, { hasLoaded, filesElsewhere: opened.filesElsewhere }))
    outliveStrays(platform)
    const stopping = new AbortController()
    const jobs = startQueueBeside(platform, opened.url, stopping.signal)
    addGauges(metrics, jobs)
    try {
      await Promise.race([asked, opened.lost])
    } finally {
      stopping.abort()
      await serving.drain()
      await (await jobs)?.stop()
    }
    return 0
  } finally {
    await opened.close()
  }
}

/** Starts the queue when the pages are there, so that nobody waits for it; the pages go on without it until it can start. */
const startQueueBeside = async (
  platform: Platform,
  url: string,
  stopping: AbortSignal,
): Promise<RunningQueue | null> => {
  const { startJobs } = await import('./jobs.ts')
  return untilItWorks('queue_not_started', () => startJobs(platform, url), platform.log, stopping)
}

/**
 * A connection that breaks just as the queue's package takes note of a job is a rejection that nobody hears: it is logged, and the job is
 * done again. Any other stray one ends the process, as it should.
 */
const outliveStrays = ({ log }: Platform): void => {
  process.on('unhandledRejection', (error: unknown) => {
    if (databaseTrouble(error) === null) throw error
    log.warn('database_lost_in_passing', loggedError(error))
  })
}

/** What the metrics tell besides requests. */
const addGauges = (metrics: Metrics, jobs: Promise<RunningQueue | null>) => {
  let queue: RunningQueue | null = null
  void jobs.then((started) => (queue = started))
  for (const gauge of [...processGauges, ...poolGauges]) metrics.addGauge(gauge)
  metrics.addGauge({
    name: 'brobyg_queue_jobs',
    help: 'Jobs that wait, for now or for later.',
    read: () => queue?.countWaiting().catch(() => undefined),
  })
}

const greeting = (config: Config, told: { hasLoaded: boolean; filesElsewhere: string | null }): string =>
  [
    told.filesElsewhere === null
      ? []
      : `PostgreSQL may not enter ${config.dataFolder} as root; its files are in ${told.filesElsewhere}.\n`,
    told.hasLoaded ? 'The sample partnership Havneby is loaded; one click on the page removes it.\n' : [],
    config.isProduction ? [] : `To try it out as one of its people, choose one at ${config.baseUrl}/log-ind\n`,
    `Brobyg is ready at ${config.baseUrl} (Ctrl-C stops it).\n`,
  ]
    .flat()
    .join('')
