/** Inputs that are no numbers: arrays of objects, which TensorFlow cannot convert, and text for layers that compute. */

import { formatShape } from '../../../graph/shapes.ts';
import { PythonError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import { NotKnown, PyBytes, PyList, type Value } from '../../../python/values.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import { isNumpyScalar } from '../../numpy/scalars.ts';
import { contiguousItems } from '../../numpy/storage.ts';
import { tensorflowErrors, whileRunning } from '../errors/tensorflowErrors.ts';
import { numberOf } from '../objects/arguments.ts';
import { flatten } from '../tensors/graphNode.ts';
import { ofVersion, type Raised, raiseInWords } from '../versionWords.ts';
import { asWritten, DataLeaf, type Template } from './dataSource.ts';

export const unimplementedErrorClass = tensorflowErrors.find(([name]) => name === 'UnimplementedError')![1];

/** The items of an array of objects where they are known. */
function objectsOf(array: NdArray | null): readonly Value[] | null {
  if (array === null || array.dtype !== 'object' || array.data === null) return null;
  const items = contiguousItems(array.data);
  return Array.isArray(items) ? items : null;
}

function isText(value: Value): boolean {
  return typeof value === 'string' || value instanceof PyBytes;
}

/** The inputs in the script's words: of several, or of what it validates on, the one that is meant. */
function textOf(py: Interpreter, template: Template, leaf: DataLeaf, argument: string): string {
  const { site } = py;
  const whole = site?.argument(argument) ?? null;
  const node = argument === 'validation_data' && whole?.kind === 'Tuple' ? (whole.elts[0] ?? whole) : whole;
  if (site === null || node === null) return argument;
  const leaves = flatten([template.x]);
  const index = leaves.indexOf(leaf);
  const part =
    leaves.length > 1 && (node.kind === 'List' || node.kind === 'Tuple') ? (node.elts[index] ?? node) : node;
  return site.source.slice(part.span.start.offset, part.span.end.offset);
}

/** Raises for arrays of objects that are neither text nor become tensors. */
export function refuseObjects(py: Interpreter, template: Template, argument: string): void {
  for (const leaf of flatten([template.x])) {
    if (!(leaf instanceof DataLeaf)) continue;
    const items = objectsOf(leaf.array);
    const wrong = items?.find(item => !isText(item));
    if (items == null || wrong === undefined) continue;
    const type = typeNameOf(wrong);
    const text = textOf(py, template, leaf, argument);
    const isNumeric = items.every(item => item === null || numberOf(item) !== undefined);
    // TensorFlow 1 was fed with what NumPy makes numbers of.
    if (isNumeric && ofVersion(py, { 1: true, 2: false, 3: false })) continue;
    const isRagged = wrong instanceof NdArray || wrong instanceof PyList;
    throw raiseInWords(
      py,
      {
        1: isRagged
          ? 'setting an array element with a sequence.'
          : `could not convert string to float: '${shownText(items)}'`,
        2: `Failed to convert a NumPy array to a Tensor (Unsupported object type ${type}).`,
        3: `Failed to convert a NumPy array to a Tensor (Unsupported object type ${type}).`,
      },
      {
        code: 'data-type',
        blame: { kind: 'argument', name: argument },
        explanation: isNumeric
          ? message(
              '`{0}` is an array of objects, though it holds numbers: make it one of numbers, `{0}.astype({1})`.',
              text,
              "'float32'",
            )
          : isRagged
            ? message(
                '`{0}` is an array {1} of objects, rows of different lengths: bring them to one length, as `pad_sequences` does.',
                text,
                formatShape(leaf.shape),
              )
            : message(
                '`{0}` holds text such as `{1}` beside numbers: give each word a number, or a column, before.',
                text,
                shownText(items),
              ),
        fixes: isNumeric && !items.includes(null) ? asFloats(py, template, argument, text) : [],
      },
    );
  }
}

function shownText(items: readonly Value[]): string {
  const text = items.find(item => typeof item === 'string');
  return typeof text === 'string' ? text.slice(0, 20) : '…';
}

function typeNameOf(value: Value): string {
  const name = classOf(value).name;
  return value instanceof NdArray || isNumpyScalar(value) ? `numpy.${name}` : name;
}

function asFloats(py: Interpreter, template: Template, argument: string, text: string) {
  const span = py.site?.argumentSpan(argument) ?? null;
  const isAlone = flatten([template.x]).length === 1 && argument === 'x';
  if (span === null || !isAlone || !/^[\w.]+$/.test(text)) return [];
  return [
    {
      kind: 'convert-objects-to-floats',
      title: message("Convert to numbers: `.astype('float32')`"),
      edits: [{ span: { start: span.end, end: span.end }, text: ".astype('float32')" }],
      preferred: true,
    } as const,
  ];
}

/** The first text of an array as Python prints it; dots where it is not known. */
export function firstText(py: Interpreter, { array }: DataLeaf): string {
  const data = array === null ? null : asWritten(array).data;
  const [first] = data === null ? [] : Array.from(contiguousItems(data) as ArrayLike<Value>).slice(0, 1);
  return typeof first === 'string' ? py.repr(first) : '...';
}

/** An error of a layer that met text where it computes, as the data's. */
export function asTextInputs(py: Interpreter, error: unknown, template: Template, argument: string): unknown {
  if (!(error instanceof PythonError) || !py.str(error.exception).includes('strings have no numeric value'))
    return error;
  const leaf = flatten([template.x]).find(item => item instanceof DataLeaf && item.dtype === 'string');
  if (!(leaf instanceof DataLeaf)) return error;
  const dtype = leaf.array === null ? 'object' : asWritten(leaf.array).dtype;
  // The numbers of such an array are followed nowhere.
  if (leaf.array !== null && objectsOf(leaf.array)?.every(item => numberOf(item) !== undefined) === true)
    return py.running ? error : new NotKnown('numbers in an array of objects are not followed');
  const explanation = message(
    '`{0}` holds text, and the model computes with numbers: give each word a number before, or begin with a layer that does.',
    textOf(py, template, leaf, argument),
  );
  const detail = { code: 'data-type', blame: { kind: 'argument', name: argument }, explanation } as const;
  const uncast: Raised = [unimplementedErrorClass, whileRunning('Cast string to float is not supported')];
  return raiseInWords(
    py,
    {
      1: `could not convert string to float: ${firstText(py, leaf)}`,
      2: uncast,
      3: dtype === 'object' ? uncast : `Invalid dtype: ${dtypeName(dtype)}`,
    },
    detail,
  );
}

/** The name of an array's type. NumPy counts bits: four bytes for each character, one for each byte. */
export function dtypeName(dtype: string): string {
  const letters = Number(/\d+$/.exec(dtype)?.[0] ?? 0);
  if (dtype.startsWith('<U')) return `str${letters * 32}`;
  return dtype.startsWith('|S') ? `bytes${letters * 8}` : dtype;
}
