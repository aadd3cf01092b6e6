import { Refused } from './refused.ts'
import { answerAsWorker } from './worker.ts'

const hoard = (): never => {
  const hoarded: string[][] = []
  for (;;) hoarded.push(Array.from({ length: 10_000 }, (_, at) => `${at} ${hoarded.length}`))
}

const spin = (): never => {
  for (;;) Math.random()
}

const jobs: Record<string, (input: unknown) => unknown> = {
  echo: (input) => input,
  print: () => {
    console.log('noise')
    return 'printed'
  },
  refuse: () => {
    throw new Refused('source_is_empty', { name: 'tom.txt' })
  },
  fail: () => {
    throw new TypeError('no such thing')
  },
  exit: () => process.exit(3),
  hoard,
  spin,
  wait: () => new Promise(() => setInterval(() => undefined, 1000)),
}

await answerAsWorker(async (input) => {
  const job = Array.isArray(input) ? jobs[String(input[0])] : undefined
  if (job === undefined) throw new Error('no such job')
  return job(input)
})
