/** What goes on inside the layers: measured on the last batch of an epoch, only while someone looks. */
import { gradients } from '../../../graph/autodiff.ts';
import { isFloating } from '../../../graph/dtypes.ts';
import { type Engine, type Executable, type HostArray, isGraphics } from '../../../graph/engine.ts';
import { programRoots, topologicalOrder } from '../../../graph/program.ts';
import { collectStreams } from '../../../graph/streams.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { layersOf } from '../models/modelLayers.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { type HistogramReport, type LayerInside, silentMonitor } from '../monitor.ts';
import { servicesKey } from '../services.ts';
import type { Batch } from './dataSource.ts';
import type { TracedStep } from './stepTrace.ts';

const BINS = 24;

/** Time between measurements, in milliseconds, and the share of the time that they may take: reading a large model is slow. */
const INTERVAL_MILLISECONDS = 500;
const SHARE = 0.05;

/** Norms of gradients beyond which training runs away, and below which a layer learns nothing beside the last one. */
const EXPLODING = 1e3;
const VANISHING = 1e-5;

/** Share of units without any output from which on a layer is called dead. */
const MOSTLY_DEAD = 0.9;

/** Where the tensors of one layer stand among the outputs of the program. */
interface LayerPlaces {
  readonly layer: LayerObject;
  readonly activation: number | null;
  readonly weights: readonly number[];
  readonly gradients: readonly number[];
}

interface Measurement {
  readonly executable: Executable;
  readonly traced: TracedStep;
  readonly places: readonly LayerPlaces[];
  /** Whether it runs without compiling. */
  isReady: boolean;
}

export class LayerWatch {
  private readonly py: Interpreter;
  private readonly model: ModelObject;
  private readonly engine: Engine;
  private made: Measurement | null = null;
  private next = Number.NEGATIVE_INFINITY;
  private readonly named = new Set<string>();

  constructor(py: Interpreter, model: ModelObject, engine: Engine) {
    this.py = py;
    this.model = model;
    this.engine = engine;
  }

  /** Measures the layers on a batch of the step that was traced and reports them. @param epoch from 0 */
  *report(epoch: number, traced: TracedStep | null, batch: Batch | null): Suspendable<void> {
    const now = this.py.host.monotonic();
    if (traced?.loss == null || batch === null || now < this.next) return;
    if (this.made?.traced !== traced) {
      this.dispose();
      this.made = this.measurement(traced, traced.loss, batch);
    }
    // Training does not wait for what is compiled only to look: the next look does.
    if (!this.made.isReady) return;
    const { executable, places } = this.made;
    const streams = collectStreams(programRoots(traced.program));
    const positions = streams.map(stream => stream.position);
    const results = executable.run(batch.feeds);
    streams.forEach((stream, index) => {
      stream.position = positions[index];
    });
    const values = yield* wait(this.engine.readMany(results));
    this.engine.dispose(results);
    const layers = places.map(place => inside(place, values));
    const monitor = this.py.state(servicesKey).current?.monitor ?? silentMonitor;
    monitor.onLayers(this.model.name, epoch, layers);
    this.nameFaults(places, layers);
    const end = this.py.host.monotonic();
    this.next = end + pauseAfter(end - now);
  }

  private measurement(traced: TracedStep, loss: Tensor, batch: Batch): Measurement {
    const outputs: Tensor[] = [];
    const add = (tensor: Tensor): number => outputs.push(tensor) - 1;
    const lastOf = new Map<string, Tensor>();
    for (const tensor of topologicalOrder([loss])) {
      const { layer } = tensor.origin;
      if (layer !== undefined && tensor.inputs.length > 0 && isFloating(tensor.dtype)) {
        lastOf.set(layer, tensor);
      }
    }
    const places = layersOf(this.model).map(layer => {
      const variables = layer.trainableWeights.flatMap(weight => weight.variable ?? []);
      const reads = variables.map(variable => variable.read());
      const slopes = reads.length === 0 ? [] : gradients(loss, reads);
      const output = lastOf.get(layer.name);
      return {
        layer,
        activation: output === undefined ? null : add(output),
        weights: reads.map(add),
        gradients: slopes.flatMap(slope => (slope === null ? [] : [add(slope)])),
      };
    });
    const program = { inputs: traced.program.inputs, outputs, updates: [] };
    const executable = this.engine.compile(program);
    const made: Measurement = { traced, places, executable, isReady: !isGraphics(this.engine.backend) };
    const ready = (): void => {
      made.isReady = true;
    };
    // What cannot be compiled says so when it runs.
    if (!made.isReady)
      void this.engine.rehearse([{ program, feeds: batch.feeds, isRead: true }]).then(ready, ready);
    return made;
  }

  /** Says once of each layer what is wrong with it. */
  private nameFaults(places: readonly LayerPlaces[], layers: readonly LayerInside[]): void {
    const norms = layers.flatMap(({ gradientNorm }) => gradientNorm ?? []);
    const largest = Math.max(0, ...norms);
    layers.forEach(({ layer, gradientNorm, deadShare }, index) => {
      const line = places[index].layer.madeAt?.start.line ?? null;
      if (gradientNorm !== null && !(gradientNorm <= EXPLODING)) {
        const text = message(
          'The gradients explode in `{0}` (norm {1}). Try a smaller learning rate, or `clipnorm=1.0` in the optimizer.',
          layer,
          gradientNorm.toPrecision(3),
        );
        this.notice('exploding-gradients', layer, line, text);
      } else if (gradientNorm !== null && largest > 0 && gradientNorm < VANISHING * largest) {
        const text = message(
          'The gradients vanish in `{0}` (norm {1}): it hardly learns. Try ReLU in place of sigmoid or tanh, BatchNormalization, or fewer layers.',
          layer,
          gradientNorm.toPrecision(3),
        );
        this.notice('vanishing-gradients', layer, line, text);
      }
      if (deadShare !== null && deadShare >= MOSTLY_DEAD) {
        const text = message(
          '{1} % of the units of `{0}` are dead: zero for every sample. Try a smaller learning rate, or LeakyReLU.',
          layer,
          Math.round(100 * deadShare),
        );
        this.notice('dead-units', layer, line, text);
      }
    });
  }

  private notice(code: string, layer: string, line: number | null, text: ReturnType<typeof message>): void {
    const key = `${code} ${layer}`;
    if (this.named.has(key)) return;
    this.named.add(key);
    this.py.state(servicesKey).current?.monitor.onNotice({ code, text, line });
  }

  dispose(): void {
    this.made?.executable.dispose();
    this.made = null;
  }
}

/** How long to leave the layers alone after a measurement that took so long, in milliseconds. */
export function pauseAfter(cost: number): number {
  return Math.max(INTERVAL_MILLISECONDS, cost / SHARE);
}

function inside(place: LayerPlaces, values: readonly HostArray[]): LayerInside {
  const pick = (indices: readonly number[]) => indices.map(index => values[index]);
  const slopes = pick(place.gradients);
  const activation = place.activation === null ? null : values[place.activation];
  return {
    layer: place.layer.name,
    weights: histogram(pick(place.weights)),
    gradients: histogram(slopes),
    activations: activation === null ? null : histogram([activation]),
    deadShare: activation === null ? null : deadShare(activation),
    gradientNorm: slopes.length === 0 ? null : norm(slopes),
  };
}

function norm(arrays: readonly HostArray[]): number {
  let sum = 0;
  for (const { data } of arrays) for (let index = 0; index < data.length; index++) sum += data[index] ** 2;
  return Math.sqrt(sum);
}

/** Bins of equal width over the finite values; null where there are none. */
export function histogram(arrays: readonly Pick<HostArray, 'data'>[]): HistogramReport | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { data } of arrays) {
    for (let index = 0; index < data.length; index++) {
      const value = data[index];
      if (!Number.isFinite(value)) continue;
      if (value < from) from = value;
      if (value > to) to = value;
    }
  }
  if (from > to) return null;
  const counts = new Array<number>(BINS).fill(0);
  const scale = to > from ? BINS / (to - from) : 0;
  for (const { data } of arrays) {
    for (let index = 0; index < data.length; index++) {
      if (Number.isFinite(data[index]))
        counts[Math.min(BINS - 1, Math.floor((data[index] - from) * scale))]++;
    }
  }
  return { from, to, counts };
}

/** Share of units (last axis) that are zero for every sample and place; null unless values are cut off at zero. */
export function deadShare({ data, shape }: Pick<HostArray, 'data' | 'shape'>): number | null {
  const units = shape.at(-1) ?? 0;
  if (units === 0 || shape.length < 2) return null;
  const alive = new Uint8Array(units);
  let zeros = 0;
  for (let index = 0; index < data.length; index++) {
    if (data[index] < 0) return null;
    if (data[index] === 0) zeros++;
    else alive[index % units] = 1;
  }
  return zeros === 0 ? null : 1 - alive.reduce((sum, unit) => sum + unit, 0) / units;
}
