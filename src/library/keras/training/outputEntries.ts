/** Losses, weights and metrics of `compile` by the model's outputs, and names and counts that do not fit these. */
import { PyDict } from '../../../python/collections.ts';
import type { ErrorDetail } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { PyList, PyTuple, type Value } from '../../../python/values.ts';
import { ofVersion, raiseInWords } from '../versionWords.ts';

/** Names in a sentence: `a`, `b`. */
function listed(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ');
}

/** Names as Python prints a list of them. */
export function namesInPython(names: readonly string[]): string {
  return `[${names.map(name => `'${name}'`).join(', ')}]`;
}

/** What tf.keras says of entries that belong to no output: it shows those alone. */
export function unexpectedEntries(
  entries: readonly (readonly [string, string])[],
  names: readonly string[],
): string {
  const keys = namesInPython(entries.map(([key]) => key));
  const shown = entries.map(([key, value]) => `'${key}': ${value}`).join(', ');
  return `Found unexpected losses or metrics that do not correspond to any Model output: dict_keys(${keys}). Valid mode output names: ${namesInPython(names)}. Received struct is: {${shown}}.`;
}

/** Raises for a dict with keys that are no outputs; Keras 1 wants a loss for each of them, and looks at no metrics' keys. */
export function checkOutputNames(
  py: Interpreter,
  value: PyDict,
  argument: string,
  names: readonly string[],
  detail: ErrorDetail,
): void {
  const keys = [...value.keys()].map(key => py.str(key));
  const unknown = keys.filter(key => !names.includes(key));
  const [first] = unknown;
  if (first !== undefined && !(isMetric(argument) && ofVersion(py, { 1: true, 3: false }))) {
    const entries = unknown.map(key => [key, py.repr(value.getString(key) ?? null)] as const);
    throw raiseInWords(
      py,
      {
        1: `Unknown entry in ${argument} dictionary: "${first}". Only expected the following keys: ${namesInPython(names)}`,
        2: unexpectedEntries(entries, names),
        3: `In the dict argument \`${argument}\`, key '${first}' does not correspond to any model output. Received:\n${argument}=${py.repr(value)}`,
      },
      {
        code: 'output-names',
        explanation: message(
          'The model has no output called `{0}`; its outputs are {1}.',
          first,
          listed(names),
        ),
        ...detail,
      },
    );
  }
  const missing = names.find(name => !keys.includes(name));
  if (missing !== undefined && argument === 'loss' && ofVersion(py, { 1: true, 2: false, 3: false }))
    throw raiseInWords(
      py,
      { 3: `Output "${missing}" missing from loss dictionary.` },
      {
        code: 'output-names',
        explanation: message('Keras 1 needs a loss for each output, and `{0}` has none.', missing),
        ...detail,
      },
    );
}

function isMetric(argument: string): boolean {
  return argument === 'metrics' || argument === 'weighted_metrics';
}

function isFlatInOlderKeras(py: Interpreter, items: readonly Value[]): boolean {
  return (
    ofVersion(py, { 2: true, 3: false }) &&
    !items.some(item => item instanceof PyList || item instanceof PyTuple)
  );
}

/** Entries of a loss or metrics argument by output. */
export function byOutput(
  py: Interpreter,
  value: Value,
  argument: string,
  count: number,
  names: readonly string[] | null,
  detail: ErrorDetail,
): Value[] {
  if (value instanceof PyDict) {
    checkOutputNames(py, value, argument, names ?? [], detail);
    return (names ?? []).map(name => value.getString(name) ?? null);
  }
  if (argument !== 'loss' && count === 1) return [value];
  if (value instanceof PyList || value instanceof PyTuple) {
    const { items } = value;
    if (items.length === count) return [...items];
    if (argument === 'loss' && count === 1 && items.length === 1) return [items[0]];
    // Before Keras 3 a list of names stood for the metrics of every output.
    if (argument !== 'loss' && isFlatInOlderKeras(py, items)) return new Array<Value>(count).fill(value);
    // tf.keras goes through both as far as the shorter one reaches.
    if (ofVersion(py, { 1: false, 2: true, 3: false }))
      return Array.from({ length: count }, (_, index) => items[index] ?? null);
    throw raiseInWords(
      py,
      {
        1: wrongCountInKeras1(py, argument, value, count),
        3: `For a model with multiple outputs, when providing the \`${argument}\` argument as a list, it should have as many entries as the model has outputs. Received:\n${argument}=${py.repr(value)}\nof length ${items.length} whereas the model has ${count} outputs.`,
      },
      {
        code: 'output-count',
        explanation: message(
          '`{0}` lists {1} entries, and the model has {2} outputs.',
          argument,
          items.length,
          count,
        ),
        ...detail,
      },
    );
  }
  return new Array<Value>(count).fill(value);
}

/** What Keras 1 says of a list of another length than there are outputs. */
export function wrongCountInKeras1(py: Interpreter, argument: string, value: Value, count: number): string {
  return `When passing a list as ${argument}, it should have one entry per model outputs. The model has ${count} outputs, but you passed ${argument}=${py.str(value)}`;
}
