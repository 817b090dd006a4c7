/** An integer for every axis or a tuple of them, as layers with windows take them, and what each version says of others. */
import { PyDict } from '../../../python/collections.ts';
import { TypeError } from '../../../python/errors.ts';
import { classOf } from '../../../python/types.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { NdArray, numbersOf } from '../../numpy/ndarray.ts';
import { notADimension } from '../versionWords.ts';
import { type ArgumentReader, numberOf } from './arguments.ts';

export interface WindowOptions {
  readonly allowZero?: boolean;
  /** Whether Keras 1 made a tuple of it, which it does not of an integer. */
  readonly isTuple?: boolean;
  /** What Keras calls it in its words, and the value, where it is part of an argument. */
  readonly called?: string;
  readonly value?: Value;
}

/** The values that Python finds in an argument; null where it finds none. */
function itemsOf(value: Value): readonly Value[] | null {
  if (value instanceof PyTuple || value instanceof PyList) return value.items;
  if (typeof value === 'string') return [...value];
  if (value instanceof NdArray && value.shape.length === 1) {
    const numbers = numbersOf(value);
    if (numbers === null) throw new NotKnown('the numbers of an array are not known');
    return [...numbers];
  }
  if (value === null || numberOf(value) !== undefined) return null;
  if (value instanceof PyDict) return [...value.keys()];
  throw new NotKnown('what the argument holds is not known');
}

/** The argument `name` for an object with `rank` axes. */
export function readWindowArgument(
  args: ArgumentReader,
  name: string,
  rank: number,
  options: WindowOptions = {},
): number[] {
  const { allowZero = false, isTuple = rank > 1, called = name, value = args.value(name) } = options;
  const isInteger = Number.isInteger(numberOf(value));
  const items = isInteger ? null : itemsOf(value);
  const shown = args.py.str(value);
  const wanted = `The \`${called}\` argument must be a tuple of ${rank} integers. Received ${called}=${shown}`;
  const earlier = `The \`${called}\` argument must be a tuple of ${rank} integers. Received: ${shown}`;
  const isOne = items === null && isTuple && args.areOfFirst;
  if (isOne || (!isInteger && items?.length !== rank)) {
    const notIterable = `'${classOf(value).name}' object is not iterable`;
    args.fail(name, { 3: wanted, 2: earlier, ...(isOne ? { 1: [TypeError, notIterable] } : {}) });
  }
  const read = (items ?? new Array<Value>(rank).fill(value)).map(item =>
    wholeNumber(args, name, item, wanted, earlier),
  );
  refuseSigns(args, name, read, allowZero, wanted, earlier);
  return read;
}

function wholeNumber(
  args: ArgumentReader,
  name: string,
  item: Value,
  wanted: string,
  earlier: string,
): number {
  if (item instanceof Unknown) throw new NotKnown(item.reason);
  const number = numberOf(item);
  if (number !== undefined && Number.isInteger(number)) return number;
  const type = `<class '${classOf(item).name}'>`;
  const element = `including element ${args.py.str(item)} of type ${type}`;
  return args.fail(name, {
    3: `${wanted}${element}`,
    // A number with a fraction is found out where the weights get their shape.
    2: number === undefined ? `${earlier}${element}` : [TypeError, notADimension(args.py, item)],
  });
}

function refuseSigns(
  args: ArgumentReader,
  name: string,
  read: readonly number[],
  allowZero: boolean,
  wanted: string,
  earlier: string,
): void {
  const bad = [...new Set(read.filter(item => (allowZero ? item < 0 : item <= 0)))];
  if (bad.length === 0) return;
  const isStep = name === 'strides';
  const isZeroTaken = allowZero || isStep;
  const sign = isZeroTaken ? '>=' : '>';
  args.fail(name, {
    3: `${wanted}, including values {${bad.join(', ')}} that do not satisfy \`value ${allowZero ? '>=' : '>'} 0\``,
    2:
      isStep && !bad.some(item => item < 0)
        ? `The argument \`strides\` cannot contains 0(s). Received: (${read.join(', ')})`
        : `${earlier} including {${bad.join(', ')}} that does not satisfy the requirement \`${sign} 0\`.`,
  });
}
