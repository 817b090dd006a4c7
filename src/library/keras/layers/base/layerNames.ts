/** The names that scripts give to layers and models, and which of them a version refuses. */
import {
  type ErrorDetail,
  type Fix,
  type PythonError,
  raise,
  TypeError,
  ValueError,
} from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { type Message, message } from '../../../../python/message.ts';
import type { CallSite } from '../../../../python/operations/calls.ts';
import type { Span } from '../../../../python/syntax.ts';
import { classOf } from '../../../../python/types.ts';
import { Unknown, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { isNumpyScalar } from '../../../numpy/scalars.ts';
import { raiseInWords } from '../../versionWords.ts';
import { layerDetail } from './callErrors.ts';
import type { LayerObject } from './layerObject.ts';

/** Layers that a call gives a name, with the place where it is written; null where it is not. */
const namedAt = new WeakMap<LayerObject, Span | null>();

/** The name that a call gives a layer; null for none, and where it is not known. */
export function givenName(py: Interpreter, layer: LayerObject, value: Value): string | null {
  const name = readName(py, value);
  if (name !== null) namedAt.set(layer, py.site?.argumentSpan('name') ?? null);
  return name;
}

/** Keras 1 takes whatever it is given. */
function readName(py: Interpreter, value: Value): string | null {
  const { current } = py.state(kerasVersionKey);
  if (value === null || value instanceof Unknown) return null;
  const isText = typeof value === 'string' || isNumpyScalar(value);
  const name = py.str(value);
  if (current === 1 || (isText && (current === 2 || !name.includes('/')))) return name;
  const detail = { code: 'invalid-argument', blame: { kind: 'argument', name: 'name' } } as const;
  throw raiseInWords(
    py,
    {
      2: [TypeError, `Expected \`name\` argument to be a string, but got: ${name}`],
      3: `Argument \`name\` must be a string and cannot contain character \`/\`. Received: name=${name} (of type ${py.str(classOf(value))})`,
    },
    isText
      ? { ...detail, ...renamed(name, py.site, message('In Keras 3 a name has no `/`.')) }
      : { ...detail, explanation: message('A name is a text, and `{0}` is not.', name) },
  );
}

/** What TensorFlow takes for the name of a scope. */
const scopeName = /^[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*$/;

/** The error for a name that TensorFlow cannot call a scope by, which tf.keras does with each layer of a graph; else null. */
export function scopeFailure(py: Interpreter, layer: LayerObject): PythonError | null {
  const { name } = layer;
  const span = namedAt.get(layer);
  // A name that Keras made is one.
  if (py.state(kerasVersionKey).current !== 2 || span === undefined || scopeName.test(name)) return null;
  const told = message(
    'In TensorFlow a name begins with a letter or digit and has no blanks or other signs than `_`, `.`, `-`, `/` and `>`.',
  );
  return raise(
    ValueError,
    `'${name}/' is not a valid root scope name. A root scope name has to match the following pattern: ${scopeName.source}`,
    {
      code: 'invalid-argument',
      ...(span === null ? { blame: layerDetail(layer).blame } : { blame: { kind: 'span', span } }),
      ...renamed(name, null, told, span),
    },
  );
}

/** The sentence, and the name with `_` in the place of what is refused, where it is written out. */
function renamed(
  name: string,
  site: CallSite | null,
  explanation: Message,
  span: Span | null = site?.argumentSpan('name') ?? null,
): ErrorDetail {
  const isWritten = span !== null && span.end.offset - span.start.offset === name.length + 2;
  if (!isWritten) return { explanation };
  const text = name.replace(/[^A-Za-z0-9_.-]+/g, '_').replace(/^[^A-Za-z0-9.]+/, '');
  const inside: Span = {
    start: { ...span.start, column: span.start.column + 1, offset: span.start.offset + 1 },
    end: { ...span.end, column: span.end.column - 1, offset: span.end.offset - 1 },
  };
  const fix: Fix = {
    kind: 'write-valid-name',
    title: message('Change to `{0}`', text),
    edits: [{ span: inside, text }],
    preferred: true,
  };
  return text === '' ? { explanation } : { explanation, fixes: [fix] };
}
