/** The arguments of padding and cropping layers: how much before and after each spatial axis. */
import { PyList, PyTuple, type Value } from '../../../../python/values.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import type { DataFormat } from '../base/channels.ts';

export type Margins = readonly (readonly [number, number])[];

const ordinals = ['1st', '2nd', '3rd'];

/** A pair of whole numbers from 0 on, from a number or two; Keras's error for anything else. */
function pair(args: ArgumentReader, argument: string, name: string, value: Value): readonly [number, number] {
  const items = value instanceof PyTuple || value instanceof PyList ? value.items : [value, value];
  const wanted = `The \`${name}\` argument must be a tuple of 2 integers. Received ${name}=${args.py.str(value)}`;
  const numbers = items.map(item => numberOf(item));
  if (numbers.length !== 2 || numbers.some(item => item === undefined || !Number.isInteger(item))) {
    args.fail(argument, wanted);
  }
  const negative = [...new Set((numbers as number[]).filter(item => item < 0))];
  if (negative.length > 0) {
    args.fail(
      argument,
      `${wanted}, including values {${negative.join(', ')}} that do not satisfy \`value >= 0\``,
    );
  }
  return [numbers[0] as number, numbers[1] as number];
}

/** `padding` or `cropping` for a number of spatial axes. */
export function readMargins(args: ArgumentReader, name: string, rank: number): Margins {
  const value = args.value(name);
  if (rank === 1) return [pair(args, name, name, value)];
  const shown = args.py.str(value);
  if (value instanceof PyTuple || value instanceof PyList) {
    if (value.items.length !== rank) {
      args.fail(
        name,
        rank === 2
          ? `\`${name}\` should have two elements. Received: ${name}=${shown}.`
          : `\`${name}\` should have 3 elements. Received: ${shown}.`,
      );
    }
    return value.items.map((item, axis) => pair(args, name, `${ordinals[axis]} entry of ${name}`, item));
  }
  const number = numberOf(value);
  if (number === undefined) {
    args.fail(
      name,
      `\`${name}\` should be either an int, a tuple of ${rank} ints, or a tuple of ${rank} tuples of 2 ints. Received: ${name}=${shown}.`,
    );
  }
  if (number < 0) args.fail(name, `\`${name}\` cannot be negative. Received: ${name}=${shown}.`);
  return Array.from({ length: rank }, () => [number, number] as const);
}

/** Margins of all axes, batch and channels included. */
export function allMargins(margins: Margins, format: DataFormat): (readonly [number, number])[] {
  return format === 'channels_first' ? [[0, 0], [0, 0], ...margins] : [[0, 0], ...margins, [0, 0]];
}
