/** The streams and environment of the process, handed to each command. */
export interface Io {
  readonly stdin: AsyncIterable<Buffer | string>
  /** What the command was asked for, and nothing else. */
  readonly stdout: { write(output: string | Uint8Array): unknown }
  /** Everything said to the person. */
  readonly stderr: { write(text: string): unknown }
  readonly environment: NodeJS.ProcessEnv
}

/** A command: does its work and tells the exit code. Throws Fault or Refused where it cannot. */
export type Run = (args: string[], io: Io) => Promise<number>
