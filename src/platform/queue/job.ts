/** A piece of work for later. The payload holds ids only, never what a person wrote. */
export interface Job {
  readonly task: string
  readonly payload: Readonly<Record<string, string>>
  /** When to do it; null = as soon as the transaction is committed. */
  readonly at: Temporal.Instant | null
  /** A job of the same key takes the earlier one's place; null = each is done. */
  readonly key: string | null
}

/** Does one kind of job. Thrown errors let it be tried again, ever more slowly, twelve times in all. */
export type Task = (payload: unknown) => Promise<void>

/** The tasks by name. */
export type Tasks = Readonly<Record<string, Task>>
