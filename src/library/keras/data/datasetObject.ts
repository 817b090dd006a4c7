/** `tf.data.Dataset`: batches made by steps that run when they are asked for. */
import { PyClass } from '../../../python/classes.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { objectClass } from '../../../python/types.ts';
import { AttributeMap, PyObject, type Value } from '../../../python/values.ts';
import type { BatchStream } from '../training/batchSource.ts';
import type { ElementOrder } from './elementOrder.ts';

/** `tensorflow.data.Dataset`; its methods are added by the tensorflow library. */
export const datasetClass: PyClass = new PyClass('DatasetV2', [objectClass], [], {
  module: 'tensorflow.python.data.ops.dataset_ops',
});
datasetClass.unmodelled = 'all';

/** Gives elements one after another; undefined at the end. */
export type ElementStream = () => Suspendable<Value | undefined>;

export class DatasetObject extends PyObject {
  override cls: PyClass = datasetClass;
  override attributes = new AttributeMap();
  private known: Value | null | (() => Value | null);
  /** Number of elements; Infinity where they never end, null when unknown. */
  readonly cardinality: number | null;
  /** What analysis knows of the order of its elements; null where nothing is known. */
  order: ElementOrder | null = null;
  private readonly begin: (py: Interpreter, shuffle: boolean) => ElementStream;

  /** @param element a function where it costs something and only `element_spec` asks for it */
  constructor(
    element: Value | null | (() => Value | null),
    cardinality: number | null,
    begin: (py: Interpreter, shuffle: boolean) => ElementStream,
  ) {
    super();
    this.known = element;
    this.cardinality = cardinality;
    this.begin = begin;
  }

  /** An element with unknown contents but known shapes; null when not even these are known. */
  get element(): Value | null {
    if (typeof this.known === 'function') this.known = this.known();
    return this.known;
  }

  /** Number of elements; null when unknown, or where they never end. */
  get length(): number | null {
    return this.cardinality === Infinity ? null : this.cardinality;
  }

  /** Starts at the first element. */
  start(py: Interpreter): ElementStream {
    return this.begin(py, true);
  }

  stream(py: Interpreter): BatchStream {
    return { length: this.length, start: shuffle => this.begin(py, shuffle) };
  }
}
