import { type Engine, type HostArray, isGraphics } from '../../graph/engine.ts';
import { ops } from '../../graph/index.ts';
import type { Update } from '../../graph/program.ts';
import { evaluateReference, toHost } from '../../graph/reference/index.ts';
import { collectStreams } from '../../graph/streams.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { RuntimeError, raise } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { mayWait, type Suspendable, wait } from '../../python/suspension.ts';
import { NotKnown } from '../../python/values.ts';
import { assignAgain, computed } from './computing.ts';
import { WayLost } from './loopJournal.ts';
import type { LoopCurve } from './monitor.ts';
import { openTapesKey, settleTensor } from './openTapes.ts';
import { ownLoop } from './ownLoop.ts';
import { noteValue, takePoint } from './ownLoopCurves.ts';
import { givenRates, readRates } from './ownLoopRates.ts';
import { hasSuspectLoss, tellOwnLoss, watchUpdates, watchValue } from './ownLossWatch.ts';
import { servicesKey } from './services.ts';
import { initialOf, openEngine, sessionKey, writeNow, zeros } from './sessionState.ts';
import type { TensorObject } from './tensors/tensorObject.ts';
import { isSymbolic } from './tensors/tensorObject.ts';
import { currentTrace, sessionTrace } from './trace.ts';

/** Remembers an eager tensor whose value may be asked for later. */
export function trackEager(py: Interpreter, object: TensorObject): void {
  py.state(sessionKey).open.add(new WeakRef(object));
  if (py.running) ownLoop(py).track(object);
}

/** Remembers what the script itself computes eagerly; not what layers compute inside, nor what a step traces. */
export function trackIfEager(py: Interpreter, object: TensorObject): void {
  const trace = currentTrace(py);
  if (trace.purpose === 'session' && trace.depth === 0 && object.tensor.inputs.length > 0)
    trackEager(py, object);
}

/** Eager tensors that still need what variables hold now, and what these get. */
function pendingWork(py: Interpreter): { waiting: TensorObject[]; updates: Update[] } {
  const trace = sessionTrace(py);
  const session = py.state(sessionKey);
  const waiting: TensorObject[] = [];
  // What the script computed so far is settled as well: it may read what changes now, and be printed next.
  for (const reference of session.open) {
    const object = reference.deref();
    if (object === undefined || object.value !== null || object.tracked?.passed)
      session.open.delete(reference);
    else if (object.history === null && !isSymbolic(object.tensor)) waiting.push(object);
  }
  const updates = trace.updates();
  trace.assigned.clear();
  ownLoop(py).note(updates.map(({ variable }) => variable));
  return { waiting, updates };
}

/** Does as if what waits had been computed, in a script that runs again. */
function skipPending(py: Interpreter): void {
  const { waiting, updates } = pendingWork(py);
  passOver(
    py,
    waiting.map(object => object.tensor),
    updates,
  );
  for (const object of waiting) ownLoop(py).pass(object);
  noteChanges(py, updates);
}

/** Leaves the engine and the streams of random numbers as computing would. */
function passOver(py: Interpreter, tensors: readonly Tensor[], updates: readonly Update[] = []): void {
  for (const stream of collectStreams([...tensors, ...updates.map(({ value }) => value)])) stream.position++;
  try {
    py.state(sessionKey).engine?.passOver(tensors, updates);
  } catch (error) {
    // A program with numbers in it that were not kept was another one at each step.
    if (!(error instanceof WayLost)) throw error;
  }
}

/**
 * Writes assignments that eager code made, so that compiled programs see them, after computing what still needs the
 * values before.
 */
export function* flush(py: Interpreter): Suspendable<void> {
  if (!hasAssigned(py)) return;
  if (ownLoop(py).skips) {
    yield* openEngine(py);
    skipPending(py);
    return;
  }
  const engine = yield* openEngine(py);
  const { waiting, updates } = pendingWork(py);
  const values = yield* computed(
    py,
    engine,
    waiting.map(object => object.tensor),
    updates,
  );
  for (const [index, object] of waiting.entries()) settleValue(py, object, values[index]);
  noteChanges(py, updates);
  yield* keepLoop(py);
}

function noteChanges(py: Interpreter, updates: readonly Update[]): void {
  if (updates.length === 0) return;
  watchUpdates(py, updates);
  const learnt = updates.some(({ variable }) => variable.trainable);
  noteChange(py, learnt);
}

const NO_POINT: ReadonlyMap<LoopCurve, number> = new Map();

/** The script's own code has changed variables. */
export function noteChange(py: Interpreter, learnt: boolean): void {
  const { engine } = py.state(sessionKey);
  const loop = ownLoop(py);
  const point = learnt && loop.isOutsideOfCalls ? takePoint(py) : NO_POINT;
  loop.change(learnt, point, (variable, { data }) => writeNow(engine, variable, data));
}

/** Takes a checkpoint of the script's own training when it is time, or where a fit begins behind it. */
export function* keepLoop(py: Interpreter, held = false): Suspendable<void> {
  const loop = ownLoop(py);
  const { engine } = py.state(sessionKey);
  if (engine !== null && !loop.skips && hasSuspectLoss(py) && (yield* mayWait()))
    yield* tellOwnLoss(py, engine);
  if (engine !== null && !loop.skips) yield* readRates(py, engine);
  if (held ? !loop.isTrained : !loop.isDue) return;
  const variables = loop.variables;
  const alive = variables.filter(variable => variable !== null);
  // Where Python cannot be suspended the next chance takes it.
  if (engine !== null && alive.length > 0 && !(yield* mayWait())) return;
  const values =
    engine === null
      ? alive.map(variable => initialOf(variable))
      : alive.length === 0
        ? []
        : yield* wait(engine.readMany(alive));
  const { monitor } = py.state(servicesKey).current!;
  monitor.onLoopCheckpoint(loop.checkpoint(variables, values, givenRates(py)), held);
}

/**
 * The value of an eager tensor for code that cannot wait (`if loss < best:`, printing); null for one that depends on
 * data to come, and where the device lets nobody wait.
 * @param canWait whether there is another way, to be taken where a driver would have to compile first
 */
export function valueNow(py: Interpreter, object: TensorObject, canWait = false): HostArray | null {
  const loop = ownLoop(py);
  if (object.value !== null) return loop.read(object);
  const isEager = py.running && currentTrace(py).purpose === 'session';
  if (!isEager || object.history !== null || isSymbolic(object.tensor)) return null;
  if (loop.skips) {
    if (object.tracked?.passed) return passedValue(py, object);
    trackEager(py, object);
    if (py.state(sessionKey).engine !== null || hasAssigned(py)) skipPending(py);
    if (loop.skips || object.value !== null) return passedValue(py, object);
  }
  const { engine } = py.state(sessionKey);
  if (engine === null) {
    trackEager(py, object);
    computeOnHost(py, object);
    return loop.read(object);
  }
  trackEager(py, object);
  return computeNow(py, engine, canWait) ? loop.read(object) : null;
}

/** Computes what waits without waiting; false where the device lets nobody. */
function computeNow(py: Interpreter, engine: Engine, canWait = false): boolean {
  const { waiting, updates } = pendingWork(py);
  const values = engine.evaluateNow(
    waiting.map(item => item.tensor),
    updates,
    canWait,
  );
  if (values === null) {
    assignAgain(py, updates);
    return false;
  }
  for (const [index, item] of waiting.entries()) settleValue(py, item, values[index]);
  noteChanges(py, updates);
  return true;
}

function hasAssigned(py: Interpreter): boolean {
  return sessionTrace(py).assigned.size > 0;
}

/** Computes a tensor where there is no engine yet, and what must be computed with it. */
function computeOnHost(py: Interpreter, object: TensorObject | null): void {
  const alone = { waiting: object === null ? [] : [object], updates: [] };
  const { waiting, updates } = hasAssigned(py) ? pendingWork(py) : alone;
  const tensors = [...waiting.map(({ tensor }) => tensor), ...updates.map(({ value }) => value)];
  const cells = evaluateReference(tensors);
  for (const stream of collectStreams(tensors)) stream.position++;
  for (const [index, { tensor }] of waiting.entries()) {
    const { shape, dtype } = tensor;
    const data = toHost(cells[index], dtype);
    settleValue(py, waiting[index], { data, shape: shape as readonly number[], dtype });
  }
  for (const [index, { variable }] of updates.entries())
    variable.setInitial(toHost(cells[waiting.length + index], variable.dtype));
  noteChanges(py, updates);
}

/** The value of an eager tensor in a script that runs again: as it was read before; null where nobody read it. */
function passedValue(py: Interpreter, object: TensorObject): HostArray | null {
  const kept = ownLoop(py).read(object);
  if (kept !== null) return kept;
  return object.tensor.op === 'constant' ? constantValue(object) : null;
}

function constantValue({ tensor }: TensorObject): HostArray {
  const { data } = attributesOf(tensor, 'constant');
  return { data, shape: tensor.shape as number[], dtype: tensor.dtype };
}

function settleValue(py: Interpreter, object: TensorObject, value: HostArray): void {
  watchValue(py, object.tensor, value, ownLoop(py).step + 1);
  noteValue(py, object, value);
  object.value = value;
  // A tape may go back through it.
  if (!py.state(openTapesKey).keeps(object)) settleTensor(object);
}

/** The value of an eager tensor: at once where that can be, else when it is there. */
export function* valueSoon(py: Interpreter, object: TensorObject): Suspendable<HostArray> {
  // A loop of plain variables is worth an engine, but `'%.1f' % loss` cannot wait for one.
  const { engine } = py.state(sessionKey);
  if (engine === null && hasAssigned(py) && (yield* mayWait())) yield* flush(py);
  const mustWait = engine !== null && (engine.choosesForLoop || isGraphics(engine.backend));
  const canWait = mustWait && (yield* mayWait());
  const value = valueNow(py, object, canWait) ?? (yield* valuesOf(py, [object]))[0];
  yield* keepLoop(py);
  return value;
}

/**
 * The values of eager tensors. Tensors that depend on data of a later run have none.
 * @param seen whether the script sees them; otherwise they are for a call whose result is kept as a whole, and are zeros
 * in a script that runs again
 */
export function* valuesOf(
  py: Interpreter,
  objects: readonly TensorObject[],
  seen = true,
): Suspendable<HostArray[]> {
  for (const object of objects) {
    if (object.history !== null || isSymbolic(object.tensor)) {
      if (!py.running) throw new NotKnown('the value of a tensor is known only when the script runs');
      throw raise(RuntimeError, 'A symbolic tensor has no value before the model runs on data.');
    }
  }
  const loop = ownLoop(py);
  const open = objects.filter(({ value, tracked }) => value === null && !(loop.skips && tracked?.passed));
  if (open.length > 0) {
    for (const object of open) trackEager(py, object);
    yield* flush(py);
  }
  if (loop.skips) return yield* skippedValues(py, objects, seen);
  const rest = objects.filter(object => object.value === null);
  if (rest.length > 0) {
    for (const object of rest) if (object.tensor.op === 'constant') object.value = constantValue(object);
    const toCompute = rest.filter(object => object.value === null);
    if (toCompute.length > 0) {
      const engine = yield* openEngine(py);
      const values = yield* computed(
        py,
        engine,
        toCompute.map(object => object.tensor),
      );
      for (const [index, object] of toCompute.entries()) settleValue(py, object, values[index]);
    }
  }
  return objects.map(object => (seen ? loop.read(object) : object.value)!);
}

/** The same in a script that runs again: what is kept nowhere is computed, where that needs no variables. */
function* skippedValues(
  py: Interpreter,
  objects: readonly TensorObject[],
  seen: boolean,
): Suspendable<HostArray[]> {
  const loop = ownLoop(py);
  const open = objects.filter(({ value, tracked, tensor }) => {
    return value === null && !tracked?.passed && tensor.op !== 'constant';
  });
  if (open.length > 0) {
    yield* openEngine(py);
    passOver(
      py,
      open.map(({ tensor }) => tensor),
    );
  }
  const values = objects.map(object => (seen ? loop.read(object) : object.value));
  const toCompute = objects.filter((object, index) => values[index] === null && loop.isRepeated(object));
  if (toCompute.length > 0) {
    const engine = yield* openEngine(py);
    const found = yield* computed(
      py,
      engine,
      toCompute.map(({ tensor }) => tensor),
    );
    for (const [index, object] of toCompute.entries()) settleValue(py, object, found[index]);
  }
  return objects.map((object, index) => {
    const value = values[index] ?? object.value;
    if (value !== null) return value;
    loop.pass(object);
    return zeros(object.shape as number[], object.tensor.dtype);
  });
}

/**
 * What variables hold now.
 * @param seen whether the script sees it; otherwise it goes into a file, which nobody reads in a script that runs again
 */
export function* readVariables(
  py: Interpreter,
  variables: readonly Variable[],
  seen = true,
): Suspendable<HostArray[]> {
  yield* flush(py);
  const loop = ownLoop(py);
  if (loop.skips)
    return seen
      ? loop.takeAll(variables.length)
      : variables.map(variable => zeros(variable.shape, variable.dtype));
  const { engine } = py.state(sessionKey);
  const values =
    engine === null
      ? variables.map(initialOf)
      : variables.length === 0
        ? []
        : yield* wait(engine.readMany(variables));
  if (seen) loop.keepAll(values);
  return values;
}

/** Gives variables other values at once. */
export function* writeVariables(
  py: Interpreter,
  values: readonly { readonly variable: Variable; readonly value: ArrayLike<number> }[],
): Suspendable<void> {
  yield* flush(py);
  const { engine } = py.state(sessionKey);
  ownLoop(py).note(values.map(({ variable }) => variable));
  for (const { variable, value } of values) writeNow(engine, variable, value);
}

/** Sets a scalar variable without waiting (learning rates, counters). */
export function writeScalar(py: Interpreter, variable: Variable, value: number): void {
  sessionTrace(py).assigned.delete(variable);
  ownLoop(py).note([variable]);
  writeNow(py.state(sessionKey).engine, variable, [value]);
}

/** Assignments of a script's own that may wait for something to read them. */
const MOST_ASSIGNMENTS = 16;

/** Behind an assignment: a loop that reads nothing must not become one ever larger program. */
export function settleAssignments(py: Interpreter): void {
  const session = py.state(sessionKey);
  if (!py.running || currentTrace(py).purpose !== 'session' || ++session.assignments < MOST_ASSIGNMENTS)
    return;
  session.assignments = 0;
  if (!hasAssigned(py)) return;
  if (ownLoop(py).skips) skipPending(py);
  else if (session.engine === null) computeOnHost(py, null);
  else computeNow(py, session.engine);
}

/** Assigns a tensor in the session, to be written before anything reads the variable. */
export function assignLater(py: Interpreter, variable: Variable, value: Tensor): void {
  sessionTrace(py).assign(variable, ops.cast(value, variable.dtype));
}
