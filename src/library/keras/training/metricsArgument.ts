/** What `compile` says of `metrics` and `weighted_metrics` themselves, before there are labels or outputs. */
import { PyDict } from '../../../python/collections.ts';
import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import { PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';

/**
 * Keras 1 takes a list or a dict; Keras 2 since it is part of TensorFlow takes a single metric as well, for every
 * output; Keras 3 takes a list, a tuple or a dict.
 *
 * @throws TypeError in Keras 1, ValueError in Keras 3
 */
export function checkMetricsArgument(py: Interpreter, value: Value, argument: string): void {
  const version = py.state(kerasVersionKey).current;
  if (version === 2 || value instanceof Unknown || value instanceof PyList || value instanceof PyDict) return;
  if (version === 3 && value instanceof PyTuple) return;
  if (py.truth(value) !== true) return;
  const detail = {
    code: 'metrics-list',
    blame: { kind: 'argument', name: argument } as const,
    explanation: message('`{0}` takes a list, even of a single metric.', argument),
  };
  throw version === 1
    ? raise(
        TypeError,
        `Type of \`metrics\` argument not understood. Expected a list or dictionary, found: ${py.str(value)}`,
        detail,
      )
    : raise(
        ValueError,
        `Expected \`${argument}\` argument to be a list, tuple, or dict. Received instead: ${argument}=${py.str(value)} of type ${py.str(classOf(value))}`,
        detail,
      );
}

/** Whether it is a metric itself, and no collection of some. */
export function isSingleMetric(value: Value): boolean {
  return !(value instanceof PyList) && !(value instanceof PyTuple) && !(value instanceof PyDict);
}
