/** The curves of a script's own training: the losses that its tapes go back from, and what it reads of its metrics. */
import type { HostArray } from '../../graph/engine.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { Expression } from '../../python/syntax.ts';
import type { Value } from '../../python/values.ts';
import { modelReport } from './models/modelLayers.ts';
import type { ModelObject } from './models/modelObject.ts';
import type { LoopCurve } from './monitor.ts';
import { ownLoop } from './ownLoop.ts';
import { kerasRecordKey } from './record.ts';
import { servicesKey } from './services.ts';
import { TensorObject } from './tensors/tensorObject.ts';
import { VariableObject } from './tensors/variableObject.ts';
import { currentTrace } from './trace.ts';

/** A tensor whose number is a point of a curve once it is computed. */
interface Awaited {
  readonly curve: LoopCurve;
  /** The step that a metric belongs to; null for a loss, which belongs to the step at hand. */
  readonly step: number | null;
}

class Curves {
  private readonly known = new Map<string, LoopCurve>();
  /**
   * What is computed with the step: it is among what every step computes and brings back as long as somebody holds it,
   * so that no curve costs a reading of its own.
   */
  readonly awaited = new Map<TensorObject, Awaited>();
  /** The model that weights belong to, by the first of those that a tape was asked for and their number. */
  readonly models = new WeakMap<VariableObject, { readonly count: number; readonly name: string | null }>();
  readonly introduced = new WeakSet<ModelObject>();
  /** What was measured behind a step, of curves that are none yet: it may be the only time, behind all training. */
  measured: { readonly curve: LoopCurve; readonly step: number; readonly value: number }[] = [];
  /** Curves of what was measured between steps of training. */
  readonly repeated = new Set<LoopCurve>();
  /** The numbers of the step at hand; of several for one curve (accumulated gradients) the mean counts. */
  private sums = new Map<LoopCurve, { sum: number; count: number }>();

  curve(model: string | null, name: string, modelWritten: string | null = null): LoopCurve {
    const key = `${model ?? ''}\n${name}`;
    const found = this.known.get(key) ?? { model, name, modelWritten };
    this.known.set(key, found);
    return found;
  }

  add(curve: LoopCurve, value: number): void {
    const { sum, count } = this.sums.get(curve) ?? { sum: 0, count: 0 };
    this.sums.set(curve, { sum: sum + value, count: count + 1 });
  }

  take(): ReadonlyMap<LoopCurve, number> {
    const point = new Map([...this.sums].map(([curve, { sum, count }]) => [curve, sum / count] as const));
    this.sums = new Map();
    return point;
  }
}

const curvesKey = new StateKey('keras.ownLoopCurves', () => new Curves());

/** Whether what happens belongs to the script's own training. */
function isOwn(py: Interpreter): boolean {
  if (!py.running || py.state(servicesKey).current === null) return false;
  return currentTrace(py).purpose === 'session' && ownLoop(py).isOutsideOfCalls;
}

/** A tape is asked for gradients of a loss; those of anything else go to no variable that learns. */
export function noteLoss(py: Interpreter, target: Value, sources: readonly Value[]): void {
  const learning = sources.filter(source => source instanceof VariableObject && source.trainable);
  if (!(target instanceof TensorObject) || learning.length === 0 || !isOwn(py)) return;
  const { args, keywords } = py.site?.node ?? { args: [], keywords: [] };
  const written = args[0] ?? keywords.find(({ arg }) => arg === 'target')?.value;
  const from = args[1] ?? keywords.find(({ arg }) => arg === 'sources')?.value;
  const model = modelOf(py, learning as VariableObject[]);
  const name = writtenName(written) ?? 'loss';
  expect(py, target, { curve: py.state(curvesKey).curve(model, name, holderName(from)), step: null });
}

/** The script asks a metric for its result. @param name the metric's own name, where the script has none for it */
export function noteMetric(py: Interpreter, result: TensorObject, name: string): void {
  if (!isOwn(py) || currentTrace(py).depth > 0 || py.frame?.file.isScript !== true) return;
  const step = ownLoop(py).step;
  if (step === 0) return;
  const called = py.site?.node.func;
  const written = called?.kind === 'Attribute' && called.attr === 'result' ? writtenName(called.value) : null;
  expect(py, result, { curve: py.state(curvesKey).curve(null, written ?? name), step });
}

/** What `train_on_batch` gave for a batch. */
export function noteLogs(py: Interpreter, model: ModelObject, logs: ReadonlyMap<string, number>): void {
  if (!isOwn(py)) return;
  const curves = py.state(curvesKey);
  introduce(py, model);
  const holder = holderName(py.site?.node.func);
  for (const [name, value] of logs) curves.add(curves.curve(model.name, name, holder), value);
}

/**
 * What `evaluate` or `test_on_batch` gave. It becomes a curve when training goes on behind it: a script that only
 * measures at its end has nothing to draw.
 */
export function noteMeasured(py: Interpreter, model: ModelObject, logs: ReadonlyMap<string, number>): void {
  if (!isOwn(py) || currentTrace(py).depth > 0) return;
  const { step } = ownLoop(py);
  if (step === 0) return;
  const curves = py.state(curvesKey);
  introduce(py, model);
  const { args = [], keywords = [], func } = py.site?.node ?? {};
  const written = writtenName(args[0] ?? keywords.find(({ arg }) => arg === 'x')?.value) ?? '';
  const prefix = /train/i.test(written) ? 'train' : 'val';
  for (const [name, value] of logs) {
    const curve = curves.curve(model.name, `${prefix}_${name}`, holderName(func));
    if (curves.repeated.has(curve)) py.state(servicesKey).current?.monitor.onLoopMetric(step, curve, value);
    else {
      // Of the batches behind one step the last one counts: metrics go on from batch to batch.
      curves.measured = curves.measured.filter(known => known.curve !== curve || known.step !== step);
      curves.measured.push({ curve, step, value });
    }
  }
}

/** Training goes on behind what was measured. */
function tellMeasured(py: Interpreter): void {
  const curves = py.state(curvesKey);
  for (const { curve, step, value } of curves.measured) {
    curves.repeated.add(curve);
    py.state(servicesKey).current?.monitor.onLoopMetric(step, curve, value);
  }
  curves.measured = [];
}

function expect(py: Interpreter, object: TensorObject, awaited: Awaited): void {
  const { value } = object;
  if (value === null) py.state(curvesKey).awaited.set(object, awaited);
  else tell(py, awaited, value);
}

/** The script's tensor was computed. */
export function noteValue(py: Interpreter, object: TensorObject, value: HostArray): void {
  const { awaited } = py.state(curvesKey);
  const found = awaited.get(object);
  if (found === undefined) return;
  awaited.delete(object);
  tell(py, found, value);
}

/** Of a loss for each sample the mean is shown. */
function tell(py: Interpreter, { curve, step }: Awaited, { data }: HostArray): void {
  if (data.length === 0) return;
  let sum = 0;
  for (let index = 0; index < data.length; index++) sum += Number(data[index]);
  const value = sum / data.length;
  if (step === null) py.state(curvesKey).add(curve, value);
  else py.state(servicesKey).current?.monitor.onLoopMetric(step, curve, value);
}

/** The numbers of the step that ends. What was not computed with it is waited for no longer. */
export function takePoint(py: Interpreter): ReadonlyMap<LoopCurve, number> {
  const curves = py.state(curvesKey);
  tellMeasured(py);
  curves.awaited.clear();
  return curves.take();
}

/** What a script calls the value of an expression: the name of a variable or an attribute; null where it has none. */
export function writtenName(node: Expression | undefined): string | null {
  if (node?.kind === 'Name') return node.id;
  return node?.kind === 'Attribute' ? node.attr : null;
}

/** What a script calls the object that an attribute is taken of; null for `self`, which says nothing. */
export function holderName(node: Expression | undefined): string | null {
  const name = node?.kind === 'Attribute' ? writtenName(node.value) : null;
  return name === 'self' ? null : name;
}

/** The smallest model that these are weights of, by Keras's name; null where they are of none. */
function modelOf(py: Interpreter, variables: readonly VariableObject[]): string | null {
  const { models } = py.state(curvesKey);
  const known = models.get(variables[0]);
  if (known?.count === variables.length) return known.name;
  let best: { readonly model: ModelObject; readonly size: number } | null = null;
  for (const model of py.state(kerasRecordKey).models) {
    const weights = new Set(model.weights);
    if ((best !== null && weights.size >= best.size) || !variables.every(item => weights.has(item))) continue;
    best = { model, size: weights.size };
  }
  const name = best?.model.name ?? null;
  models.set(variables[0], { count: variables.length, name });
  if (best !== null) introduce(py, best.model);
  return name;
}

/** Tells of a model when it is first seen to learn. */
function introduce(py: Interpreter, model: ModelObject): void {
  const { introduced } = py.state(curvesKey);
  if (introduced.has(model)) return;
  introduced.add(model);
  py.state(servicesKey).current?.monitor.onModel(modelReport(model));
}
