/** The program's engine: opened when something must be computed; variables live on the host until then. */
import type { Engine, HostArray } from '../../graph/engine.ts';
import { ops } from '../../graph/index.ts';
import type { Update } from '../../graph/program.ts';
import { evaluateReference, toHost } from '../../graph/reference/index.ts';
import { attributesOf, constant, hostData, type Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { RuntimeError, raise } from '../../python/errors.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { NotKnown } from '../../python/values.ts';
import { ownLoopKey } from './ownLoop.ts';
import { servicesKey } from './services.ts';
import type { TensorObject } from './tensors/tensorObject.ts';
import { isSymbolic } from './tensors/tensorObject.ts';
import { currentTrace, sessionTrace } from './trace.ts';

interface Session {
  engine: Engine | null;
  /** Eager tensors that were not computed yet: they must be before a variable they read changes. */
  readonly open: Set<WeakRef<TensorObject>>;
}

const sessionKey = new StateKey<Session>('keras.session', () => ({ engine: null, open: new Set() }));

/** The engine; opens it at first use. Not to be called under analysis. */
export function* openEngine(py: Interpreter): Suspendable<Engine> {
  const session = py.state(sessionKey);
  if (session.engine !== null) return session.engine;
  const services = py.state(servicesKey).current;
  if (services === null) throw new NotKnown('nothing is computed before the script runs');
  session.engine = yield* wait(services.engine());
  return session.engine;
}

/** Remembers an eager tensor whose value may be asked for later. */
export function trackEager(py: Interpreter, object: TensorObject): void {
  py.state(sessionKey).open.add(new WeakRef(object));
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
    if (object === undefined || object.value !== null) session.open.delete(reference);
    else if (object.history === null && !isSymbolic(object.tensor)) waiting.push(object);
  }
  const updates = trace.updates();
  trace.assigned.clear();
  return { waiting, updates };
}

/** Writes assignments that eager code made, after computing what still needs the values before. */
export function* flush(py: Interpreter): Suspendable<void> {
  if (sessionTrace(py).assigned.size === 0) return;
  const engine = yield* openEngine(py);
  const { waiting, updates } = pendingWork(py);
  const values = yield* wait(
    engine.evaluate(
      waiting.map(object => object.tensor),
      updates,
    ),
  );
  for (const [index, object] of waiting.entries()) settleValue(object, values[index]);
  noteChanges(py, updates);
}

function noteChanges(py: Interpreter, updates: readonly Update[]): void {
  if (updates.length === 0) return;
  const learnt = updates.some(({ variable }) => variable.trainable);
  py.state(ownLoopKey).changed(py, learnt);
}

/**
 * The value of an eager tensor for code that cannot wait (`if loss < best:`, printing); null for one that depends on
 * data to come, and where the device lets nobody wait.
 */
export function valueNow(py: Interpreter, object: TensorObject): HostArray | null {
  if (object.value !== null) return object.value;
  const isEager = py.running && currentTrace(py).purpose === 'session';
  if (!isEager || object.history !== null || isSymbolic(object.tensor)) return null;
  const { engine } = py.state(sessionKey);
  if (engine === null) {
    const [cells] = evaluateReference([object.tensor]);
    const { shape, dtype } = object.tensor;
    settleValue(object, { data: toHost(cells, dtype), shape: shape as readonly number[], dtype });
    return object.value;
  }
  trackEager(py, object);
  const { waiting, updates } = pendingWork(py);
  const values = engine.evaluateNow(
    waiting.map(item => item.tensor),
    updates,
  );
  if (values === null) {
    for (const { variable, value } of updates) sessionTrace(py).assign(variable, value);
    return null;
  }
  for (const [index, item] of waiting.entries()) settleValue(item, values[index]);
  noteChanges(py, updates);
  return object.value;
}

function settleValue(object: TensorObject, value: HostArray): void {
  object.value = value;
  object.tensor = constant(value.data, value.shape, value.dtype);
}

/** The values of eager tensors. Tensors that depend on data of a later run have none. */
export function* valuesOf(py: Interpreter, objects: readonly TensorObject[]): Suspendable<HostArray[]> {
  for (const object of objects) {
    if (object.history !== null || isSymbolic(object.tensor)) {
      if (!py.running) throw new NotKnown('the value of a tensor is known only when the script runs');
      throw raise(RuntimeError, 'A symbolic tensor has no value before the model runs on data.');
    }
  }
  const open = objects.filter(object => object.value === null);
  if (open.length > 0) {
    for (const object of open) trackEager(py, object);
    yield* flush(py);
    const rest = open.filter(object => object.value === null);
    for (const object of rest) {
      if (object.tensor.op !== 'constant') continue;
      const { data } = attributesOf(object.tensor, 'constant');
      object.value = { data, shape: object.tensor.shape as number[], dtype: object.tensor.dtype };
    }
    const toCompute = rest.filter(object => object.value === null);
    if (toCompute.length > 0) {
      const engine = yield* openEngine(py);
      const values = yield* wait(engine.evaluate(toCompute.map(object => object.tensor)));
      for (const [index, object] of toCompute.entries()) settleValue(object, values[index]);
    }
  }
  return objects.map(object => object.value!);
}

/** What variables hold now. */
export function* readVariables(py: Interpreter, variables: readonly Variable[]): Suspendable<HostArray[]> {
  yield* flush(py);
  const { engine } = py.state(sessionKey);
  if (engine === null) {
    return variables.map(variable => ({
      data: variable.initialValue(),
      shape: variable.shape,
      dtype: variable.dtype,
    }));
  }
  return variables.length === 0 ? [] : yield* wait(engine.readMany(variables));
}

/** Gives variables other values at once. */
export function* writeVariables(
  py: Interpreter,
  values: readonly { readonly variable: Variable; readonly value: ArrayLike<number> }[],
): Suspendable<void> {
  yield* flush(py);
  const { engine } = py.state(sessionKey);
  for (const { variable, value } of values) writeNow(engine, variable, value);
}

function writeNow(engine: Engine | null, variable: Variable, value: ArrayLike<number>): void {
  const data = hostData(value, variable.dtype).slice();
  if (engine === null) variable.setInitial(data);
  else engine.write(variable, { data, shape: variable.shape, dtype: variable.dtype });
}

/** Sets a scalar variable without waiting (learning rates, counters). */
export function writeScalar(py: Interpreter, variable: Variable, value: number): void {
  sessionTrace(py).assigned.delete(variable);
  writeNow(py.state(sessionKey).engine, variable, [value]);
}

/** Assigns a tensor in the session, to be written before anything reads the variable. */
export function assignLater(py: Interpreter, variable: Variable, value: Tensor): void {
  sessionTrace(py).assign(variable, ops.cast(value, variable.dtype));
}

/** Writes what eager code assigned, so that compiled programs see it. */
export function* ensureSettled(py: Interpreter): Suspendable<void> {
  yield* flush(py);
}
