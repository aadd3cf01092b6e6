import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createMetrics } from './metrics.ts'

describe('the metrics', () => {
  it('count by route and status class, and each duration in every class that holds it', async () => {
    const metrics = createMetrics()
    const answer = { method: 'GET', route: '/aftaler/:slug', status: 200, seconds: 0.03 }
    metrics.countRequest(answer)
    metrics.countRequest({ ...answer, status: 204, seconds: 0.25 })
    metrics.countRequest({ ...answer, route: 'a"b\\c', status: 503, seconds: 20 })
    const lines = (await metrics.write()).split('\n')
    for (const line of [
      'brobyg_requests_total{method="GET",route="/aftaler/:slug",status="2xx"} 2',
      'brobyg_requests_total{method="GET",route="a\\"b\\\\c",status="5xx"} 1',
      'brobyg_request_duration_seconds_bucket{le="0.025"} 0',
      'brobyg_request_duration_seconds_bucket{le="0.05"} 1',
      'brobyg_request_duration_seconds_bucket{le="0.25"} 2',
      'brobyg_request_duration_seconds_bucket{le="10"} 2',
      'brobyg_request_duration_seconds_bucket{le="+Inf"} 3',
      'brobyg_request_duration_seconds_count 3',
    ])
      assert.ok(lines.includes(line), line)
  })

  it('are lines that Prometheus reads: a name, its help and kind before it, a number', async () => {
    const metrics = createMetrics()
    metrics.addGauge({ name: 'brobyg_x', help: 'X.', read: () => 7 })
    metrics.addGauge({ name: 'brobyg_unknown', help: 'Not told.', read: () => undefined })
    const text = await metrics.write()
    assert.match(text, /# HELP brobyg_x X\.\n# TYPE brobyg_x gauge\nbrobyg_x 7\n$/)
    assert.doesNotMatch(text, /unknown/)
    for (const line of text.trimEnd().split('\n'))
      assert.match(
        line,
        /^(?:# (?:HELP [a-z_]+ .+|TYPE [a-z_]+ (?:counter|gauge|histogram))|[a-z_]+(?:\{.*\})? [\d.]+)$/,
      )
  })
})
