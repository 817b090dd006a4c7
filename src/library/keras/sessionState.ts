/** What a program computes with: its engine, opened when something must be computed, and what waits to be computed. */
import type { DType } from '../../graph/dtypes.ts';
import type { Engine, HostArray } from '../../graph/engine.ts';
import { hostData, newHostData } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { NotKnown } from '../../python/values.ts';
import { servicesKey } from './services.ts';
import type { TensorObject } from './tensors/tensorObject.ts';

export interface Session {
  engine: Engine | null;
  /** Eager tensors that were not computed yet: they must be before a variable they read changes. */
  readonly open: Set<WeakRef<TensorObject>>;
  /** How many assignments there were since they were settled last for their number. */
  assignments: number;
}

export const sessionKey = new StateKey<Session>('keras.session', () => ({
  engine: null,
  open: new Set(),
  assignments: 0,
}));

/** The engine; opens it at first use. Not to be called under analysis. */
export function* openEngine(py: Interpreter): Suspendable<Engine> {
  const session = py.state(sessionKey);
  if (session.engine !== null) return session.engine;
  const services = py.state(servicesKey).current;
  if (services === null) throw new NotKnown('nothing is computed before the script runs');
  session.engine = yield* wait(services.engine());
  return session.engine;
}

/** What a variable holds while there is no engine. */
export function initialOf(variable: Variable): HostArray {
  return { data: variable.initialValue(), shape: variable.shape, dtype: variable.dtype };
}

/** In place of contents that nobody reads. */
export function zeros(shape: readonly number[], dtype: DType): HostArray {
  const size = shape.reduce((product, dim) => product * dim, 1);
  return { data: newHostData(dtype, size), shape, dtype };
}

/** Gives a variable another value, on the device where there is one. */
export function writeNow(engine: Engine | null, variable: Variable, value: ArrayLike<number>): void {
  const data = hostData(value, variable.dtype).slice();
  if (engine === null) variable.setInitial(data);
  else engine.write(variable, { data, shape: variable.shape, dtype: variable.dtype });
}
