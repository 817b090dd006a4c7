/** `tf.strings`: functions of text, computed on the host where the text is known. */

import { ops } from '../../graph/index.ts';
import { constant, type Tensor } from '../../graph/tensor.ts';
import { NotImplementedError, raise, ValueError } from '../../python/errors.ts';
import { type NativeFunction, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyList, Unknown, type Value } from '../../python/values.ts';
import { onHost } from '../keras/hostInputs.ts';
import { farmFingerprint } from '../keras/layers/preprocessing/fingerprints.ts';
import { numberOf } from '../keras/objects/arguments.ts';
import { dtypeOf, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { bytesOfText, textOf, textOfBytes, textTensor } from '../keras/tensors/text.ts';
import { entriesOnComposites } from './compositeTensors.ts';

interface Text {
  readonly items: readonly string[];
  readonly shape: readonly number[];
}

/** The text of an argument; null where only its shape is known. */
function textIn(py: Interpreter, value: Value): { text: Text | null; tensor: Tensor } {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const tensor = tensorOf(py, value);
  const items = textOf(tensor);
  if (items !== undefined) return { tensor, text: { items, shape: tensor.shape as number[] } };
  if (tensor.dtype !== 'string')
    throw raise(
      ValueError,
      `Value passed to parameter 'input' has DataType ${tensor.dtype} not in list of allowed values: string`,
    );
  return { tensor, text: null };
}

/** A function of each text. Inside a model text has a shape and no contents. */
function perText(
  signature: string,
  documentation: string,
  change: (text: string, args: readonly Value[], py: Interpreter) => string,
): NativeFunction {
  return native(
    signature,
    ([input, ...args], py) => {
      const { tensor, text } = textIn(py, input);
      if (text === null) return wrap(py, ops.abstractValue('strings', [tensor], tensor.shape, 'string'));
      return wrap(
        py,
        textTensor(
          text.items.map(item => change(item, args, py)),
          text.shape,
        ),
      );
    },
    documentation,
  );
}

/** A number for each text. */
function numberPerText(
  signature: string,
  dtype: 'int32' | 'int64' | 'bool' | 'float32',
  measure: (text: string, args: readonly Value[], py: Interpreter) => number,
): NativeFunction {
  return native(signature, ([input, ...args], py) => {
    const { tensor, text } = textIn(py, input);
    if (text === null) return wrap(py, ops.abstractValue('numbers', [tensor], tensor.shape, dtype));
    const numbers = text.items.map(item => measure(item, args, py));
    return onHost(py, () => wrap(py, constant(numbers, text.shape, dtype)));
  });
}

/** A pattern of RE2 as JavaScript's: `[[:punct:]]` and other classes by their characters. */
function pattern(source: string, flags: string): RegExp {
  const punctuation = '!-\\/:-@\\[-`{-~';
  const written = source
    .replaceAll('[:punct:]', punctuation)
    .replaceAll('[:space:]', '\\s')
    .replaceAll('[:digit:]', '\\d')
    .replaceAll('[:alpha:]', 'A-Za-z')
    .replaceAll('[:alnum:]', 'A-Za-z0-9')
    .replaceAll('[:upper:]', 'A-Z')
    .replaceAll('[:lower:]', 'a-z');
  try {
    return new RegExp(written, `${flags}u`);
  } catch {
    return new RegExp(written, flags);
  }
}

const replaced = perText(
  'regex_replace(input, pattern, rewrite, replace_global=True, name=None)',
  'Text with the matches of a pattern replaced.',
  (text, [source, rewrite, everywhere], py) =>
    text.replace(
      pattern(py.str(source), py.truth(everywhere) ? 'g' : ''),
      py
        .str(rewrite)
        .replaceAll('$', '$$$$')
        .replace(/\\(\d)/g, (_, digit: string) => (digit === '0' ? '$$&' : `$${digit}`)),
    ),
);

const cut = perText(
  'substr(input, pos, len, unit="BYTE", name=None)',
  'A part of each text.',
  (text, [position, length]) => {
    const start = numberOf(position) ?? 0;
    const bytes = [...text];
    const from = start < 0 ? bytes.length + start : start;
    return bytes.slice(from, from + (numberOf(length) ?? 0)).join('');
  },
);

const join = native('join(inputs, separator="", name=None)', ([inputs, separator], py) => {
  const parts = py.collect(inputs).map(part => textIn(py, part));
  const shape = parts.map(({ tensor }) => tensor.shape).reduce((a, b) => (b.length > a.length ? b : a), []);
  if (parts.some(({ text }) => text === null))
    return wrap(
      py,
      ops.abstractValue(
        'strings',
        parts.map(({ tensor }) => tensor),
        shape,
        'string',
      ),
    );
  const count = (shape as number[]).reduce((a, b) => a * b, 1);
  const items = Array.from({ length: count }, (_, place) =>
    parts
      .map(({ text }) => (text!.shape.length === 0 ? text!.items[0] : text!.items[place]))
      .join(py.str(separator)),
  );
  return wrap(py, textTensor(items, shape as number[]));
});

const reduceJoin = native(
  'reduce_join(inputs, axis=None, keepdims=False, separator="", name=None)',
  ([inputs, axis, , separator], py) => {
    const { text } = textIn(py, inputs);
    if (text === null) throw new NotKnown('the text is known when the model runs');
    const place = numberOf(axis);
    if (place !== undefined && place !== -1 && place !== text.shape.length - 1)
      throw raise(
        NotImplementedError,
        'tf.strings.reduce_join is supported by Kerascope along the last axis only.',
        { code: 'not-supported' },
      );
    const width = place === undefined ? text.items.length : text.shape[text.shape.length - 1];
    const rows = width === 0 ? 1 : text.items.length / width;
    const items = Array.from({ length: rows }, (_, row) =>
      text.items.slice(row * width, (row + 1) * width).join(py.str(separator)),
    );
    return wrap(py, textTensor(items, place === undefined ? [] : text.shape.slice(0, -1)));
  },
);

/** The parts of texts: a tensor for one text, ragged rows for several. */
function parts(py: Interpreter, { items, shape }: Text, cutting: (text: string) => readonly string[]): Value {
  const rows = items.map(item => cutting(item));
  if (shape.length === 0) return wrap(py, textTensor(rows[0], [rows[0].length]));
  const make = py.getAttribute(
    py.getAttribute(py.importModule('tensorflow.ragged'), 'RaggedTensor'),
    'from_row_lengths',
  );
  let ragged = py.call(make, [
    wrap(py, textTensor(rows.flat(), [rows.flat().length])),
    new PyList(rows.map(row => row.length)),
  ]);
  for (let axis = shape.length - 1; axis > 0; axis--) {
    const count = shape.slice(0, axis).reduce((product, size) => product * size, 1);
    ragged = py.call(make, [ragged, new PyList(new Array<number>(count).fill(shape[axis]))]);
  }
  return ragged;
}

/** White space separates where nothing else is said, any amount of it. */
function pieces(text: string, separator: string, most: number): string[] {
  const found = separator === '' ? text.trim().split(/\s+/) : text.split(separator);
  const kept = separator === '' ? found.filter(part => part !== '') : found;
  if (most < 0 || kept.length <= most + 1) return kept;
  if (separator !== '') return [...kept.slice(0, most), kept.slice(most).join(separator)];
  let rest = text.trim();
  for (const part of kept.slice(0, most)) rest = rest.slice(part.length).trimStart();
  return [...kept.slice(0, most), rest];
}

const split = native('split(input, sep=None, maxsplit=-1, name=None)', ([input, separator, most], py) => {
  const { text } = textIn(py, input);
  if (text === null) throw new NotKnown('the text is known when the model runs');
  const gap = separator === null ? '' : py.str(separator);
  return parts(py, text, item => pieces(item, gap, numberOf(most) ?? -1));
});

const unicodeSplit = native(
  'unicode_split(input, input_encoding, errors="replace", replacement_char=65533, name=None)',
  ([input, encoding], py) => {
    const { text } = textIn(py, input);
    if (text === null) throw new NotKnown('the text is known when the model runs');
    if (py.str(encoding) !== 'UTF-8') throw encodingRefused('unicode_split');
    return parts(py, text, item => [...item]);
  },
  'The characters of texts.',
);

const bytesSplit = native('bytes_split(input, name=None)', ([input], py) => {
  const { text } = textIn(py, input);
  if (text === null) throw new NotKnown('the text is known when the model runs');
  return parts(py, text, item => [...bytesOfText(item)].map(byte => textOfBytes(Uint8Array.of(byte))));
});

function encodingRefused(name: string) {
  return raise(
    NotImplementedError,
    `tf.strings.${name} of encodings but UTF-8 is not supported by Kerascope.`,
    {
      code: 'not-supported',
    },
  );
}

const toNumber = native('to_number(input, out_type="float32", name=None)', ([input, type], py) => {
  const { text } = textIn(py, input);
  if (text === null) throw new NotKnown('the text is known when the model runs');
  const wrong = text.items.find(item => item.trim() === '' || Number.isNaN(Number(item)));
  if (wrong !== undefined)
    throw raise(ValueError, `StringToNumberOp could not correctly convert string: ${wrong}`);
  const dtype = dtypeOf(py, type) ?? 'float32';
  return onHost(py, () => wrap(py, constant(text.items.map(Number), text.shape, dtype)));
});

const asString = native('as_string(input, precision=-1, name=None)', ([input, precision], py) => {
  const tensor = tensorOf(py, input);
  const known = textOf(tensor);
  if (known !== undefined) return wrap(py, tensor);
  const array = py.callMethod(wrap(py, tensor), '__array__');
  const digits = numberOf(precision) ?? -1;
  const whole = !tensor.dtype.includes('float');
  const numbers = py.collect(py.callMethod(array, 'ravel')).map(value => numberOf(value) ?? 0);
  const items = numbers.map(value => (whole ? String(value) : value.toFixed(digits < 0 ? 6 : digits)));
  return wrap(py, textTensor(items, tensor.shape as number[]));
});

const functions: readonly NativeFunction[] = [
  perText('lower(input, encoding="", name=None)', 'Text in small letters.', text =>
    text.replace(/[A-Z]/g, letter => letter.toLowerCase()),
  ),
  perText('upper(input, encoding="", name=None)', 'Text in capitals.', text =>
    text.replace(/[a-z]/g, letter => letter.toUpperCase()),
  ),
  perText('strip(input, name=None)', 'Text without white space around it.', text =>
    text.replace(/^[\s]+|[\s]+$/g, ''),
  ),
  replaced,
  cut,
  join,
  reduceJoin,
  split,
  unicodeSplit,
  bytesSplit,
  toNumber,
  asString,
  numberPerText('length(input, unit="BYTE", name=None)', 'int32', (text, [unit]) =>
    unit === 'BYTE' ? new TextEncoder().encode(text).length : [...text].length,
  ),
  numberPerText('regex_full_match(input, pattern, name=None)', 'bool', (text, [source], py) =>
    Number(pattern(`^(?:${py.str(source)})$`, '').test(text)),
  ),
  numberPerText('to_hash_bucket_fast(input, num_buckets, name=None)', 'int64', (text, [count]) =>
    Number(farmFingerprint(text) % BigInt(numberOf(count) ?? 1)),
  ),
];

export const stringsEntries = () => entriesOnComposites(functions.map(item => [item.name, item] as const));
