/** `loss_weights` of `compile`: a number for each output, with Keras 3's checks of its form. */
import { PyDict } from '../../../python/collections.ts';
import { PythonError, raise, TypeError, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import { PyFloat, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { MetricObject } from '../metrics/metricClasses.ts';
import { numberOf } from '../objects/arguments.ts';
import { ofVersion } from '../versionWords.ts';
import { checkOutputNames, wrongCountInKeras1 } from './outputEntries.ts';

export interface GivenWeights {
  readonly loss: Value;
  readonly weights: Value;
}

const wrong = (text: string): PythonError =>
  raise(ValueError, text, { blame: { kind: 'argument', name: 'loss_weights' } });

/** Before Keras 3 the third argument of `compile` was `metrics`. */
function wrongForOne(py: Interpreter, weights: Value, text: string): PythonError {
  const error = wrong(text);
  const items = weights instanceof PyList || weights instanceof PyTuple ? weights.items : [];
  const areMetrics =
    items.length > 0 && items.every(item => typeof item === 'string' || item instanceof MetricObject);
  const span = py.site?.argumentSpan('loss_weights') ?? null;
  if (!areMetrics || span === null) return error;
  return new PythonError(error.exception, {
    ...error.detail,
    code: 'metrics-position',
    explanation: message(
      'In Keras 3 the third argument of `compile` is `loss_weights`: give the metrics by name.',
    ),
    fixes: [
      {
        kind: 'name-the-metrics',
        title: message('Write `{0}`', 'metrics='),
        edits: [{ span: { start: span.start, end: span.start }, text: 'metrics=' }],
        preferred: true,
      },
    ],
  });
}

const isFloat = (value: Value): boolean =>
  value instanceof PyFloat || value instanceof Unknown || classOf(value).name === 'float64';

/** Raises where Keras 3 takes weights in another form: one float for one output, else as the loss is given. */
function check(
  py: Interpreter,
  { loss, weights }: GivenWeights,
  count: number,
  names: readonly string[] | null,
) {
  const shown = () => py.repr(weights);
  if (count === 1) {
    if (isFloat(weights)) return;
    throw wrongForOne(
      py,
      weights,
      `When there is only a single output, the \`loss_weights\` argument must be a Python float. Received instead: loss_weights=${shown()} of type ${py.str(classOf(weights))}`,
    );
  }
  if (loss instanceof PyDict) {
    if (!(weights instanceof PyDict))
      throw wrong(
        `If the \`loss\` argument is provided as a dict, the \`loss_weight\` argument should also be provided as a dict. Received: loss_weights=${shown()}`,
      );
    for (const [key, weight] of weights.entries()) {
      if (names !== null && !names.includes(String(key)))
        throw wrong(
          `In the dict argument \`loss_weights\`, key '${py.str(key)}' does not correspond to any model output. Received: loss_weights=${shown()}`,
        );
      if (!isFloat(weight))
        throw wrong(
          `For a model with multiple outputs, when providing the \`loss_weights\` argument as a dict, each dict entry should be a Python float (the weighting coefficient corresponding to the loss for that output). At key '${py.str(key)}', received invalid type:\n${py.str(weight)}`,
        );
    }
    return;
  }
  if (!(weights instanceof PyList) && !(weights instanceof PyTuple))
    throw wrong(
      `If the \`loss\` argument is provided as a list/tuple, the \`loss_weight\` argument should also be provided as a list/tuple, of equal length. Received: loss_weights=${shown()}`,
    );
  if (weights.items.length !== count)
    throw wrong(
      `For a model with multiple outputs, when providing the \`loss_weights\` argument as a list, it should have as many entries as the model has outputs. Received: loss_weights=${shown()} of length ${weights.items.length} whereas the model has ${count} outputs.`,
    );
}

/** Keras 1 wants a dict, or a list of one for each output; tf.keras looks at the keys of a dict alone. */
function checkOlder(py: Interpreter, weights: Value, count: number, names: readonly string[] | null): void {
  const detail = { blame: { kind: 'argument', name: 'loss_weights' } } as const;
  if (weights instanceof PyDict) {
    if (names !== null && weights.lost === null) checkOutputNames(py, weights, 'loss_weights', names, detail);
    return;
  }
  if (ofVersion(py, { 1: false, 2: true, 3: true })) return;
  if (!(weights instanceof PyList))
    throw raise(
      TypeError,
      `Could not interpret loss_weights argument: ${py.str(weights)} - expected a list of dicts.`,
      detail,
    );
  if (weights.items.length !== count)
    throw raise(ValueError, wrongCountInKeras1(py, 'loss_weights', weights, count), detail);
}

/** A weight for each output; 1 where nothing is said. */
export function lossWeightsOf(
  py: Interpreter,
  given: GivenWeights,
  count: number,
  names: readonly string[] | null,
): number[] {
  const all = new Array<number>(count).fill(1);
  const { weights } = given;
  if (weights === null || !py.truth(weights)) return all;
  const isOld = ofVersion(py, { 2: true, 3: false });
  if (!isOld && given.loss !== null) check(py, given, count, names);
  if (isOld) checkOlder(py, weights, count, names);
  if (weights instanceof PyFloat || typeof weights === 'number') return all.map(() => numberOf(weights) ?? 1);
  if (weights instanceof PyDict)
    return all.map((_, index) => numberOf(weights.getString(names?.[index] ?? '') ?? 1) ?? 1);
  return py.collect(weights).map(item => numberOf(item) ?? 1);
}
