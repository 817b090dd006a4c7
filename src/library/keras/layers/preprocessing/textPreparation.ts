/** Text to rows of tokens: standardizing, splitting, n-grams. */
import { raise, ValueError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../../python/values.ts';
import { toArray } from '../../../numpy/conversion.ts';
import { isComposite } from '../../tensors/composite.ts';
import { isTensorLike } from '../../tensors/conversion.ts';
import { requireText, type Tokens, textResult, tokensOf } from './hostTokens.ts';

export type Standardizing = 'lower_and_strip_punctuation' | 'lower' | 'strip_punctuation';
export type Splitting = 'whitespace' | 'character';

export interface TextSettings {
  /** A name, null, or a function of the script. */
  readonly standardize: Standardizing | { readonly callee: Value } | null;
  readonly split: Splitting | { readonly callee: Value } | null;
  /** Widths of n-grams; null for single tokens. */
  readonly ngrams: readonly number[] | null;
}

/** Rows of tokens, and whether they belong to a batch (one sample alone is no batch). */
export interface PreparedText {
  readonly rows: readonly (readonly string[])[];
  readonly isBatch: boolean;
}

const punctuation = /[!"#$%&()*+,\-./:;<=>?@[\\\]^_`{|}~']/g;

/** TensorFlow's lower case without an encoding: only the letters of ASCII. */
const lowerLetters = (text: string) => text.replace(/[A-Z]/g, letter => letter.toLowerCase());

function standardized(
  py: Interpreter,
  how: TextSettings['standardize'],
  texts: readonly string[],
  shape: readonly number[],
): readonly string[] {
  if (how === null) return texts;
  if (typeof how === 'object') {
    const { items } = tokensOf(py, py.call(how.callee, [textResult(py, texts, shape)]));
    if (items === null) throw new NotKnown('what `standardize` returns is not known');
    return requireText(items);
  }
  const lower = how !== 'strip_punctuation' ? texts.map(lowerLetters) : texts;
  return how === 'lower' ? lower : lower.map(text => text.replace(punctuation, ''));
}

/** A function's result as rows: rows or lists of any lengths, or an array of two axes. */
function rowsOfResult(py: Interpreter, value: Value): string[][] {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const rows =
    value instanceof PyList || value instanceof PyTuple
      ? [...value.items]
      : py.collect(isComposite(value) ? value : toArray(value, py));
  return rows.map(row => {
    const { items } = tokensOf(py, row);
    if (items === null) throw new NotKnown('what `split` returns is not known');
    return [...requireText(items)];
  });
}

function joinNgrams(row: readonly string[], widths: readonly number[]): string[] {
  return widths.flatMap(width =>
    Array.from({ length: Math.max(0, row.length - width + 1) }, (_, at) =>
      row.slice(at, at + width).join(' '),
    ),
  );
}

/** The rows that text of shape (), (batch,) or (batch, 1) becomes; null where analysis does not know the text. */
export function prepareText(py: Interpreter, settings: TextSettings, given: Tokens): PreparedText | null {
  if (given.items === null) return null;
  const shape = given.shape as readonly number[];
  const texts = standardized(py, settings.standardize, requireText(given.items), shape);
  const rows = splitRows(py, settings.split, texts, shape);
  const { ngrams } = settings;
  return {
    rows: ngrams === null ? rows : rows.map(row => joinNgrams(row, ngrams)),
    isBatch: settings.split === null ? shape.length > 1 : shape.length > 0,
  };
}

function splitRows(
  py: Interpreter,
  split: TextSettings['split'],
  texts: readonly string[],
  shape: readonly number[],
): string[][] {
  if (split === null) {
    const width = shape[shape.length - 1] ?? 1;
    const count = width === 0 ? 0 : texts.length / width;
    return Array.from({ length: count }, (_, row) => texts.slice(row * width, (row + 1) * width) as string[]);
  }
  checkOneText(shape);
  if (split === 'whitespace')
    return texts.map(text => text.split(/[ \t\n\v\f\r]+/).filter(part => part !== ''));
  if (split === 'character') return texts.map(text => [...text]);
  const given = textResult(py, texts, shape.length === 0 ? [] : [texts.length]);
  const result = py.call(split.callee, [given]);
  // One text alone becomes one row.
  return shape.length === 0 && isTensorLike(result)
    ? [rowsOfResult(py, result).flat()]
    : rowsOfResult(py, result);
}

/** Raises Keras's error unless every sample is one text. */
export function checkOneText(shape: readonly (number | null)[]): void {
  const last = shape[shape.length - 1];
  if (shape.length <= 1 || last === 1 || last === null) return;
  throw raise(
    ValueError,
    `When using \`TextVectorization\` to tokenize strings, the input rank must be 1 or the last shape dimension must be 1. Received: inputs.shape=(${shape.join(', ')}) with rank=${shape.length}`,
    { code: 'layer-shape' },
  );
}
