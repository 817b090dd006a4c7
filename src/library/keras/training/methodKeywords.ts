/** Keywords that a training method does not take, and arguments that it has to be given, by the version of Keras. */
import type { PyDict } from '../../../python/collections.ts';
import { type ErrorDetail, type PythonError, raise, TypeError } from '../../../python/errors.ts';
import type { NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Value } from '../../../python/values.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { ofVersion, type Raised, raiseInWords } from '../versionWords.ts';
import { printed } from './batchSource.ts';

/** Methods of Keras 1's Sequential that take keywords and refuse them themselves; a graph's do not. */
const takesKeywords = new Set([
  ...['fit', 'evaluate', 'train_on_batch', 'test_on_batch', 'fit_generator', 'evaluate_generator'],
]);

/** What Keras 1's methods cannot do without. */
const needed: Readonly<Record<string, readonly string[]>> = {
  compile: ['loss'],
  fit: ['x', 'y'],
  evaluate: ['x', 'y'],
  train_on_batch: ['x', 'y'],
  test_on_batch: ['x', 'y'],
  predict: ['x'],
};

const ofCompile =
  'Valid keyword arguments include "cloning", "experimental_run_tf_function", "distribute", "target_tensors", or "sample_weight_mode".';

/**
 * The error for a keyword that is no parameter; null where it has no effect.
 * @param unknown all of the call's keywords of that kind
 */
export function unknownKeyword(
  py: Interpreter,
  model: ModelObject,
  made: NativeFunction,
  unknown: PyDict,
  detail: ErrorDetail,
): PythonError | null {
  const [key] = unknown.keys();
  const method = nameOf(made);
  const unexpected = (of: string): Raised => [
    TypeError,
    `${of}() got an unexpected keyword argument '${py.str(key ?? null)}'`,
  ];
  // On TensorFlow Keras 1 warns of what it does not know here.
  if (method === 'compile' && ofVersion(py, { 1: true, 2: false, 3: false })) return null;
  const shown = `{${[...unknown.entries()].map(([name, value]) => `${py.repr(name)}: ${printed(py, value)}`).join(', ')}}`;
  const names = [...unknown.keys()].map(name => py.repr(name)).join(', ');
  const inKeras2: Readonly<Record<string, Raised>> = {
    compile: [TypeError, `Invalid keyword argument(s) in \`compile()\`: ({${names}},). ${ofCompile}`],
    evaluate: [TypeError, `Invalid keyword arguments: [${names}]`],
  };
  const refusesItself = model.kind === 'sequential' && takesKeywords.has(method);
  return raiseInWords(
    py,
    {
      1: refusesItself ? [TypeError, `Received unknown keyword arguments: ${shown}`] : unexpected(method),
      2: inKeras2[method] ?? unexpected(`Model.${method}`),
      3: method === 'evaluate' ? `Arguments not recognized: ${shown}` : unexpected(made.signature.name),
    },
    detail,
  );
}

/** Keras 1 has no defaults for data, labels and loss; no version has one for what is to be predicted. */
export function requireArguments(
  py: Interpreter,
  made: NativeFunction,
  args: ReadonlyMap<string, Value>,
): void {
  const { site } = py;
  const method = nameOf(made);
  const isFirst = ofVersion(py, { 1: true, 2: false, 3: false });
  if ((!isFirst && method !== 'predict') || site === null || !site.file.isScript) return;
  const { args: given, keywords } = site.node;
  // What stands behind a star may hold it.
  if (given.some(item => item.kind === 'Starred') || keywords.some(item => item.arg === null)) return;
  const missing = (needed[method] ?? []).filter(
    name => (args.get(name) ?? null) === null && site.argument(name) === null,
  );
  if (missing.length === 0) return;
  const names = missing.map(name => `'${name}'`).join(' and ');
  const word = missing.length === 1 ? 'argument' : 'arguments';
  const full = ofVersion(py, { 1: method, 2: `Model.${method}`, 3: made.signature.name });
  throw raise(TypeError, `${full}() missing ${missing.length} required positional ${word}: ${names}`, {
    code: missing.includes('loss') ? 'no-loss' : missing.includes('y') ? 'labels-missing' : 'type-error',
    explanation: isFirst
      ? message('Keras 1 needs `{0}` in this call.', missing.join('`, `'))
      : message('`{0}` needs {1}, and the call does not pass it.', method, `\`${missing.join('`, `')}\``),
  });
}

/** `fit`, whichever class it is of. */
function nameOf({ signature: { name } }: NativeFunction): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
