/** One run of a script in Node: its files, its modules, its engine and Ctrl+C. Loaded only by `kerascope run`. */
import { homedir } from 'node:os';
import path from 'node:path';
import { RunPolicy } from '../execution/runPolicy.ts';
import { type RunResult, runScript } from '../execution/runScript.ts';
import { SessionControl } from '../execution/sessionControl.ts';
import type { Engine } from '../graph/engine.ts';
import { allLibraries } from '../library/index.ts';
import { silentMonitor } from '../library/keras/monitor.ts';
import { type KerasServices, servicesKey } from '../library/keras/services.ts';
import { formatMessage } from '../python/message.ts';
import { createParser } from '../python/parse/parser.ts';
import type { Host } from '../python/policy.ts';
import type { CommandEnvironment } from './environment.ts';
import { NodeFiles } from './files.ts';
import { openHdf5 } from './hdf5.ts';
import { modulesBeside } from './modules.ts';
import type { RunBackend } from './run.ts';
import { readAsset } from './sources.ts';

/** Milliseconds between the places that training could go back to. */
const CHECKPOINT_INTERVAL = 30_000;

export interface SessionOptions {
  /** As it was named on the command line. */
  readonly file: string;
  readonly text: string;
  readonly scriptArguments: readonly string[];
  /** A folder whose files the script may use besides its own and the working directory. */
  readonly workspace: string | null;
  readonly backend: RunBackend;
  /** Whether data sets of `keras.datasets` may be fetched into the cache. */
  readonly download: boolean;
  readonly environment: CommandEnvironment;
}

/** Runs the script and returns its exit status. */
export async function runSession(options: SessionOptions): Promise<number> {
  const { environment } = options;
  const policy = new RunPolicy();
  const control = new SessionControl(policy, {
    turn: () => new Promise(resolve => setImmediate(resolve)),
    monotonic: () => performance.now(),
  });
  const stopListening = listenForInterrupt(environment, control);
  const engine = lateEngine(options);
  try {
    const result = await runWith(options, policy, control, engine.open);
    return result.status;
  } finally {
    stopListening();
    await engine.close();
  }
}

/** The first Ctrl+C is the script's, which may clean up; the second ends the process. */
function listenForInterrupt(environment: CommandEnvironment, control: SessionControl): () => void {
  let asked = false;
  return environment.onInterrupt(() => {
    if (asked) process.exit(130);
    asked = true;
    control.stop();
  });
}

async function runWith(
  options: SessionOptions,
  policy: RunPolicy,
  control: SessionControl,
  openEngine: () => Promise<Engine>,
): Promise<RunResult> {
  const { environment, text } = options;
  const [runtimeWasm, pythonWasm] = await Promise.all([
    readAsset('tree-sitter.wasm', environment),
    readAsset('tree-sitter-python.wasm', environment),
  ]);
  const parser = await createParser({ runtimeWasm, pythonWasm });
  let kept = performance.now();
  const services: KerasServices = {
    engine: openEngine,
    monitor: {
      ...silentMonitor,
      breathe: () => control.breathe(),
      takeLearningRate: optimizer => control.takeLearningRate(optimizer),
      // What went wrong inside a step is looked for from there.
      checkpointDue: () => performance.now() - kept >= CHECKPOINT_INTERVAL,
      onCheckpoint: () => {
        kept = performance.now();
      },
      onNotice({ text, line }) {
        const place = line === null ? options.file : `${options.file}:${line}`;
        environment.stderr.write(`${place}: ${formatMessage(text)}\n`);
      },
    },
    findNonFinite: async (...given) => (await import('../training/non-finite.ts')).findNonFinite(...given),
    hdf5: openHdf5,
    seed: null,
  };
  return runScript({
    text,
    parser,
    policy,
    libraries: allLibraries(),
    host: nodeHost(options, control),
    rest: () => control.rest(),
    prepare: py => {
      py.state(servicesKey).current = services;
    },
  });
}

function nodeHost(options: SessionOptions, control: SessionControl): Host {
  const { environment, file, workspace } = options;
  const { workingDirectory, variables } = environment;
  const home = variables.KERAS_HOME ?? path.join(homedir(), '.keras');
  const permitted = [workingDirectory, path.dirname(path.resolve(workingDirectory, file))];
  if (workspace !== null) permitted.push(path.resolve(workingDirectory, workspace));
  return {
    write: (stream, text) => void environment[stream].write(text),
    files: new NodeFiles(
      { workingDirectory, permitted, home },
      {
        allowed: options.download,
        fetch,
        stoppable: work => control.stoppable(work),
        announce: ({ address, size }) => {
          const length = size === null ? '' : ` (${(size / 1e6).toFixed(1)} MB)`;
          environment.stderr.write(`Downloading data from ${address}${length}\n`);
        },
      },
    ),
    moduleSource: modulesBeside(file, environment),
    scriptPath: file,
    argv: [file, ...options.scriptArguments],
    environment: name => variables[name],
    now: () => Date.now(),
    monotonic: () => performance.now(),
  };
}

/** Loads the engine only when a model is computed. */
function lateEngine({ backend }: SessionOptions) {
  let opening: Promise<Engine> | null = null;
  const load = async (): Promise<Engine> => {
    const { openEngine } = await import('../training/open-engine.ts');
    return openEngine({ backend });
  };
  return {
    open: () => (opening ??= load()),
    close: async () => (await opening?.catch(() => null))?.close(),
  };
}
