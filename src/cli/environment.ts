/** What a command sees of the process that runs it; tests hand in their own. */

export interface TextSink {
  write(text: string): unknown;
}

export interface CommandEnvironment {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Absolute path of the working directory. */
  readonly workingDirectory: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The folder that holds the WebAssembly files, ending with a slash. */
  readonly assets: URL;
  /** Calls back at Ctrl+C until the returned function is called. */
  onInterrupt(listener: () => void): () => void;
}

/** A mistake in how a command was called or in what it was given; ends it with status 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
