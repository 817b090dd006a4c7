/**
 * The learning rates of a script's own training: told to whoever watches, and set from outside before the next step. What
 * was set is kept with checkpoints, so that a script that runs again trains with the same rates at the same steps.
 */
import type { Engine } from '../../graph/engine.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import type { GivenRate } from './loopJournal.ts';
import type { LoopOptimizer } from './monitor.ts';
import { giveRate } from './optimizers/givenRate.ts';
import type { OptimizerObject } from './optimizers/optimizerObject.ts';
import { ownLoop } from './ownLoop.ts';
import { holderName } from './ownLoopCurves.ts';
import { servicesKey } from './services.ts';
import { currentTrace } from './trace.ts';

/** Milliseconds between readings of rates that the script computes on the device. */
const READ_MILLISECONDS = 250;

interface Known extends LoopOptimizer {
  readonly optimizer: OptimizerObject;
  /** What was read of the device last; null before. */
  read: number | null;
}

interface Rates {
  readonly optimizers: Map<OptimizerObject, Known>;
  /** How many steps optimizers were asked for: a place in the script, the same when it runs again. */
  asked: number;
  given: GivenRate[];
  /** How many of those that a checkpoint brought were given again. */
  repeated: number;
  readAt: number;
}

const ratesKey = new StateKey<Rates>('keras.ownLoopRates', () => ({
  optimizers: new Map(),
  asked: 0,
  given: [],
  repeated: 0,
  readAt: Number.NEGATIVE_INFINITY,
}));

/** An optimizer is going to take a step of the script's own training. @param model whose optimizer it is, if any's */
export function beginOwnStep(py: Interpreter, optimizer: OptimizerObject, model: string | null = null): void {
  const { current } = py.state(servicesKey);
  if (!py.running || current === null || currentTrace(py).purpose !== 'session') return;
  const loop = ownLoop(py);
  if (!loop.isOutsideOfCalls) return;
  const rates = py.state(ratesKey);
  if (rates.asked === 0) rates.given = [...loop.givenRates];
  const known = rates.optimizers.get(optimizer) ?? introduce(py, optimizer, model);
  const place = ++rates.asked;
  const line = py.span?.start.line ?? null;
  while (rates.given[rates.repeated]?.place < place) rates.repeated++;
  const again = rates.given[rates.repeated];
  if (again?.place === place) {
    rates.repeated++;
    giveRate(py, optimizer, again.rate, line);
    return;
  }
  if (loop.isRepeating) return;
  const rate = current.monitor.takeLearningRate(known.index);
  if (rate === null) return;
  rates.given.push({ place, rate });
  rates.repeated = rates.given.length;
  giveRate(py, optimizer, rate, line);
}

function introduce(py: Interpreter, optimizer: OptimizerObject, model: string | null): Known {
  const { optimizers } = py.state(ratesKey);
  const known: Known = {
    index: optimizers.size,
    optimizer,
    model,
    name: nameOf(py, optimizer),
    read: null,
    rate: () => (optimizer.settings.schedule === null ? (optimizer.rate.hostValue ?? known.read) : null),
  };
  optimizers.set(optimizer, known);
  py.state(servicesKey).current?.monitor.onLoopOptimizer(known);
  return known;
}

/** As the script has it: `d_optimizer`, and `critic` of `critic.optimizer`. */
function nameOf(py: Interpreter, optimizer: OptimizerObject): string {
  const called = py.site?.node.func;
  const holder = called?.kind === 'Attribute' ? called.value : undefined;
  const isOfModel = holder?.kind === 'Attribute' && holder.attr === 'optimizer';
  return (isOfModel ? holderName(holder) : null) ?? holderName(called) ?? optimizer.settings.name;
}

/** Rates that were set so far, for a checkpoint. */
export function givenRates(py: Interpreter): readonly GivenRate[] {
  const { given, repeated } = py.state(ratesKey);
  return given.slice(0, repeated);
}

/** Reads the rates that the script computes on the device, a few times a second. */
export function* readRates(py: Interpreter, engine: Engine): Suspendable<void> {
  const rates = py.state(ratesKey);
  const unknown = [...rates.optimizers.values()].filter(({ optimizer: { rate, settings } }) => {
    return rate.hostValue === null && rate.variable !== null && settings.schedule === null;
  });
  const now = py.host.monotonic();
  if (unknown.length === 0 || now - rates.readAt < READ_MILLISECONDS) return;
  rates.readAt = now;
  const values = yield* wait(engine.readMany(unknown.map(({ optimizer }) => optimizer.rate.variable!)));
  for (const [index, known] of unknown.entries()) known.read = values[index].data[0];
}
