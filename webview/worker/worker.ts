/** The worker as the panel sees it: takes messages, runs one script at a time, gives signs of life. */
import type { BackendMeasurement, PanelToWorker } from '../../src/protocol.ts';
import { assertNever, LONGEST_REASON } from '../../src/protocol.ts';
import { validatePanelToWorker } from '../../src/protocol-validator.ts';
import { createParser, type Parser } from '../../src/python/parse/parser.ts';
import { type Measurement, Measurements } from '../../src/training/measurements.ts';
import { LateAssets } from './late-assets.ts';
import type { Post } from './outbox.ts';
import { Requests } from './requests.ts';
import { ScriptRun } from './script-run.ts';
import { Turns } from './turns.ts';
import { type Localise, localiser } from './wording.ts';

const HEARTBEAT_MILLISECONDS = 500;

export class TrainingWorker {
  readonly #post: Post;
  readonly #requests: Requests;
  readonly #assets: LateAssets;
  readonly #turns = new Turns();
  #localise: Localise = localiser({});
  readonly #measurements = new Measurements();
  #parser: Promise<Parser> | null = null;
  #run: ScriptRun | null = null;
  #watchLayers = false;

  constructor(post: Post) {
    this.#post = post;
    this.#requests = new Requests(post);
    this.#measurements.onMeasured = measurement =>
      post({ type: 'measured', measurement: wireOf(measurement) });
    this.#assets = new LateAssets(post);
  }

  receive(data: unknown): void {
    const validated = validatePanelToWorker(data);
    if (validated.ok) {
      this.#handle(validated.message);
    } else {
      this.#post({ type: 'log', level: 'warning', text: `Worker dropped a message: ${validated.reason}` });
    }
  }

  #handle(message: PanelToWorker): void {
    switch (message.type) {
      case 'initialise':
        this.#initialise(message);
        break;
      case 'start':
        this.#start(message);
        break;
      case 'stop':
        this.#runOf(message)?.stop(message.restoreBest ?? false);
        // Tells the panel that the stop was heard, so that it waits for the step at hand.
        this.#post({ type: 'heartbeat', runId: message.runId });
        break;
      case 'pause':
        this.#runOf(message)?.control.pause();
        break;
      case 'resume':
        this.#runOf(message)?.control.resume();
        break;
      case 'setLearningRate':
        this.#runOf(message)?.control.setLearningRate(message.value, message.optimizer ?? null);
        break;
      case 'watchLayers':
        this.#watchLayers = message.watch;
        this.#run?.watchLayers(message.watch);
        break;
      case 'asset':
        this.#assets.onAsset(message);
        break;
      case 'requestProgress':
        this.#requests.onProgress(message);
        break;
      case 'reply':
        this.#requests.onReply(message);
        break;
      default:
        assertNever(message);
    }
  }

  #initialise({ assets, strings }: Extract<PanelToWorker, { type: 'initialise' }>): void {
    this.#localise = localiser(strings);
    this.#parser = loadParser(assets);
    // A failure is told by the run that needs the parser.
    this.#parser.catch(() => {});
    this.#post({ type: 'ready' });
  }

  #start({ run: request, checkpoint, measurements }: Extract<PanelToWorker, { type: 'start' }>): void {
    if (measurements !== undefined) {
      this.#measurements.learn(measurements);
    }
    const run = new ScriptRun(request, checkpoint, {
      post: this.#post,
      requests: this.#requests,
      turns: this.#turns,
      localise: this.#localise,
      measurements: this.#measurements,
      hdf5: () => this.#assets.hdf5(),
      parser: () => this.#parser ?? Promise.reject(new Error('the worker was not given its files')),
    });
    this.#run = run;
    run.watchLayers(this.#watchLayers);
    const beat = setInterval(
      () => this.#post({ type: 'heartbeat', runId: run.runId }),
      HEARTBEAT_MILLISECONDS,
    );
    void run.run().finally(() => {
      clearInterval(beat);
      if (this.#run === run) {
        this.#run = null;
      }
    });
  }

  /** The run that a message is for, while it goes on. */
  #runOf({ runId }: { runId: string }): ScriptRun | null {
    return this.#run?.runId === runId ? this.#run : null;
  }
}

/** A copy whose reasons are short enough to be kept. */
function wireOf({ key, time, timings }: Measurement): BackendMeasurement {
  return {
    key,
    time,
    timings: timings.map(({ backend, result }) => ({
      backend,
      result: typeof result === 'string' ? result.slice(0, LONGEST_REASON) : result,
    })),
  };
}

async function loadParser(assets: Readonly<Record<string, Uint8Array>>): Promise<Parser> {
  const asset = (name: string): Uint8Array => {
    const bytes = assets[name];
    if (bytes === undefined) {
      throw new Error(`the worker was not given ${name}`);
    }
    return bytes;
  };
  return createParser({
    runtimeWasm: asset('tree-sitter.wasm'),
    pythonWasm: asset('tree-sitter-python.wasm'),
  });
}
