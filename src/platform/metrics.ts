/** What is known of a request when it has been answered; never who asked, nor for what. */
export interface AnsweredRequest {
  readonly method: string
  /** The pattern of the address: `/aftaler/:slug`. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/** A number that is read when it is asked for; undefined = it cannot be told just now. */
export interface Gauge {
  readonly name: string
  readonly help: string
  read(): number | undefined | Promise<number | undefined>
}

/** How the process is doing, counted since it began. */
export interface Metrics {
  requestBegan(): void
  requestEnded(): void
  /** Counts an answer. */
  countRequest(request: AnsweredRequest): void
  addGauge(gauge: Gauge): void
  /** All of it in Prometheus' text format 0.0.4. */
  write(): Promise<string>
}

/** Upper bounds of the classes of duration, in seconds. */
const bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counts of a process that has just begun. */
export const createMetrics = (): Metrics => {
  const requests = new Map<string, number>()
  const within = bounds.map(() => 0)
  const all = { count: 0, seconds: 0 }
  const upTo = (index: number) => within.slice(0, index + 1).reduce((sum, count) => sum + count, 0)
  let underWay = 0
  const gauges: Gauge[] = [
    {
      name: 'brobyg_requests_under_way',
      help: 'Requests not answered yet, this one among them.',
      read: () => underWay,
    },
  ]
  return {
    requestBegan: () => {
      underWay += 1
    },
    requestEnded: () => {
      underWay -= 1
    },
    countRequest: ({ method, route, status, seconds }) => {
      const kind = `${Math.floor(status / 100)}xx ${method} ${route}`
      requests.set(kind, (requests.get(kind) ?? 0) + 1)
      all.count += 1
      all.seconds += seconds
      const index = bounds.findIndex((bound) => seconds <= bound)
      if (index >= 0) within[index] = (within[index] ?? 0) + 1
    },
    addGauge: (gauge) => {
      gauges.push(gauge)
    },
    write: async () => {
      const lines = [
        ...head('brobyg_requests_total', 'Requests answered.', 'counter'),
        ...[...requests].map(([kind, count]) => `brobyg_requests_total{${labelsOf(kind)}} ${count}`),
        ...head('brobyg_request_duration_seconds', 'How long an answer took.', 'histogram'),
        ...bounds.map((bound, index) => `brobyg_request_duration_seconds_bucket{le="${bound}"} ${upTo(index)}`),
        `brobyg_request_duration_seconds_bucket{le="+Inf"} ${all.count}`,
        `brobyg_request_duration_seconds_sum ${all.seconds}`,
        `brobyg_request_duration_seconds_count ${all.count}`,
        ...(await Promise.all(gauges.map(gaugeLines))).flat(),
      ]
      return `${lines.join('\n')}\n`
    },
  }
}

const labelsOf = (kind: string): string => {
  const [status = '', method = '', ...route] = kind.split(' ')
  return `method="${escaped(method)}",route="${escaped(route.join(' '))}",status="${status}"`
}

const gaugeLines = async ({ name, help, read }: Gauge): Promise<string[]> => {
  const value = await read()
  return value === undefined ? [] : [...head(name, help, 'gauge'), `${name} ${value}`]
}

const head = (name: string, help: string, kind: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`]

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

/** What any process tells of itself. */
export const processGauges: readonly Gauge[] = [
  { name: 'brobyg_uptime_seconds', help: 'How long the process has run.', read: () => process.uptime() },
  { name: 'brobyg_memory_bytes', help: 'Memory the process holds.', read: () => process.memoryUsage.rss() },
]
