/** How long the work under way may take to end, in milliseconds, before the process ends without it. */
const patience = 30_000

/** Waits until the process is asked to stop: Ctrl-C, a signal from the system, or the end of the process that started it. */
export const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = () => {
      setTimeout(() => process.exit(1), patience).unref()
      resolve()
    }
    // They stay listened to, so that a second Ctrl-C does not cut short what the first one began.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
    process.once('disconnect', stop)
  })
