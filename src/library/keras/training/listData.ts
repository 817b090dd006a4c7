/** Lists in the place of arrays: what Keras says of them, and the ways out. */
import { type Fix, type PythonError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { isKerasOfTensorFlow } from '../../kerasVersion.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import { numberOf } from '../objects/arguments.ts';
import { isComposite } from '../tensors/composite.ts';
import { flatten } from '../tensors/graphNode.ts';
import { ofVersion } from '../versionWords.ts';
import { printed } from './batchSource.ts';
import type { DataArguments } from './dataArguments.ts';

/** What Keras says of data that it does not recognize. */
export function unrecognized(py: Interpreter, args: DataArguments): PythonError {
  if (!py.running && [args.x, args.y].some(isComposite))
    throw new NotKnown('models on composite tensors are not modelled');
  const shown = [`x=${printed(py, args.x)}`, ...(args.y === null ? [] : [`y=${printed(py, args.y)}`])];
  const type = `<class '${classOf(args.x).name}'>`;
  return raise(ValueError, `Unrecognized data type: ${shown.join(', ')} (of type ${type})`, {
    code: 'data-type',
    blame: { kind: 'argument', name: argumentOfList(args) },
    explanation: listsExplained(py, args),
    fixes: arrayFixes(py, args),
  });
}

/** TensorFlow's Keras takes lists of numbers for both inputs and labels, or for none of them. */
export function refuseListBesideArray(py: Interpreter, args: DataArguments): void {
  if (!isKerasOfTensorFlow(py) || args.y === null) return;
  const sides = [args.x, args.y];
  const list = sides.find(holdsNumbers);
  const array = sides.find(side => side instanceof NdArray);
  if (list === undefined || array === undefined) return;
  const types = sides
    .map(side => (side === array ? "<class 'numpy.ndarray'>" : typesIn(py, side)))
    .join(', ');
  throw raise(ValueError, `Failed to find data adapter that can handle input: ${types}`, {
    code: 'data-type',
    blame: { kind: 'argument', name: argumentOfList(args) },
    explanation: listsExplained(py, args),
    fixes: arrayFixes(py, args),
  });
}

/** What tf.keras says of a list: its type, and those of its elements. */
function typesIn(py: Interpreter, value: Value): string {
  if (!(value instanceof PyList) && !(value instanceof PyTuple))
    return `<class '${value instanceof Unknown ? value.kind : classOf(value).name}'>`;
  const types = [...new Set(value.items.map(item => typesIn(py, item)))];
  return `(<class '${classOf(value).name}'> containing values of types {${types.map(type => py.repr(type)).join(', ')}})`;
}

/** Whether a list holds plain numbers, known or not: Keras takes no such data. */
export function holdsNumbers(value: Value): boolean {
  if (!(value instanceof PyList) && !(value instanceof PyTuple)) return false;
  const leaves = flatten([value]);
  const isNumber = (leaf: Value) =>
    leaf instanceof Unknown
      ? leaf.kind === 'float' || leaf.kind === 'int' || leaf.kind === 'bool'
      : numberOf(leaf) !== undefined && !(leaf instanceof NdArray);
  return leaves.length > 0 && leaves.every(isNumber);
}

/** The first of the arguments that is a list of plain values: Keras's words show the inputs and labels alone. */
function argumentOfList({ x, y, weight, names }: DataArguments): string {
  const isPlain = (value: Value) =>
    value !== null &&
    flatten([value]).some(leaf => numberOf(leaf) !== undefined && !(leaf instanceof NdArray));
  if (isPlain(x) || names.x === names.y) return names.x;
  if (isPlain(y)) return names.y;
  return isPlain(weight) ? 'sample_weight' : names.x;
}

function listsExplained(py: Interpreter, args: DataArguments): Message {
  if (padded(py, args).length === 0)
    return message('Keras takes NumPy arrays here, not lists: wrap the data in `np.array(…)`.');
  return message(
    'The rows of `{0}` have different lengths, {1}: an array needs one length for all, so pad the rows or cut them.',
    py.site?.argumentText(args.names.x) ?? 'x',
    `(${(args.x as PyList).items.length},)`,
  );
}

/** Lists of lists that are not of one length: as long as the model takes them, or as the longest is. */
function padded(py: Interpreter, { model, x, names }: DataArguments): Fix[] {
  const rows = x instanceof PyList ? x.items : [];
  const lengths = new Set(rows.map(row => (row instanceof PyList ? row.items.length : null)));
  const span = py.site?.argumentSpan(names.x) ?? null;
  if (lengths.size < 2 || lengths.has(null) || span === null) return [];
  const [input] = model.graph?.inputs ?? [];
  const length = input?.shape.length === 2 ? input.shape[1] : null;
  const settings = typeof length === 'number' ? `, maxlen=${length}` : '';
  const module = ofVersion(py, { 2: 'keras.preprocessing.sequence', 3: 'keras.utils' });
  const text = `(${py.site!.argumentText(names.x)}${settings})`;
  return [
    {
      kind: 'pad-the-lists',
      title: message('Pad the lists to one length with `pad_sequences`'),
      edits: [{ span, text, behind: { module, name: 'pad_sequences' } }],
      preferred: true,
    },
  ];
}

/** The data that is no array: the inputs, else the labels. */
function arrayFixes(py: Interpreter, args: DataArguments): Fix[] {
  const paddings = padded(py, args);
  if (paddings.length > 0) return paddings;
  const edits = [args.names.x, args.names.y].flatMap(name => {
    const span = py.site?.argumentSpan(name) ?? null;
    const text = py.site?.argumentText(name) ?? null;
    const value = name === args.names.x ? args.x : args.y;
    return span === null || text === null || !(value instanceof PyList)
      ? []
      : [{ span, text: `(${text})`, behind: { module: 'numpy', name: 'array' } }];
  });
  return edits.length === 0
    ? []
    : [{ kind: 'wrap-lists-in-arrays', title: message('Wrap in `np.array(…)`'), edits, preferred: true }];
}
