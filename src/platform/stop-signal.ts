/** Waits until the process is asked to stop: Ctrl-C, a signal from the system, or the end of the process that started it. */
export const stopSignal = (): Promise<string> =>
  new Promise((resolve) => {
    // They stay listened to, so that a second Ctrl-C does not cut short what the first one began.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve)
    process.once('disconnect', () => resolve('disconnect'))
  })
