/** The arguments of padding and cropping layers: how much before and after each spatial axis. */
import { PyList, PyTuple, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import { readWindowArgument } from '../../objects/windowArgument.ts';
import type { DataFormat } from '../base/channels.ts';
import { earlierMargins } from './earlierMargins.ts';

export type Margins = readonly (readonly [number, number])[];

const ordinals = ['1st', '2nd', '3rd'];

/** What can stand in place of an integer, in Keras's own names. */
function alternatives(name: string, rank: number, isKeras3: boolean): string {
  const start = `\`${name}\` should be either an int, a tuple of ${rank} ints`;
  if (rank === 2) {
    const what = name === 'cropping' || isKeras3 ? 'crop' : 'pad';
    return `${start} (symmetric_height_${what}, symmetric_width_${what}), or a tuple of 2 tuples of 2 ints ((top_${what}, bottom_${what}), (left_${what}, right_${what})).`;
  }
  const what = name === 'cropping' ? 'crop' : 'pad';
  const each = [1, 2, 3].map(axis => `symmetric_dim${axis}_${what}`).join(', ');
  // Keras itself numbers the last one so.
  const pairs = `((left_dim1_${what}, right_dim1_${what}), (left_dim2_${what}, right_dim2_${what}), (left_dim3_${what}, right_dim2_${what}))`;
  return `${start} (${each}), or a tuple of 3 tuples of 2 ints ${pairs}.`;
}

function refuseKind(args: ArgumentReader, name: string, rank: number): never {
  const shown = args.py.str(args.value(name));
  const told = rank === 2 || name === 'padding' ? `${name}=${shown}` : shown;
  return args.fail(name, {
    3: `${alternatives(name, rank, true)} Received: ${told}.`,
    2: `${alternatives(name, rank, false)} Received: ${shown}.`,
  });
}

function refuseLength(args: ArgumentReader, name: string, rank: number): never {
  const shown = args.py.str(args.value(name));
  return args.fail(
    name,
    rank === 2
      ? {
          3: `\`${name}\` should have two elements. Received: ${name}=${shown}.`,
          2: `\`${name}\` should have two elements. Received: ${shown}.`,
        }
      : `\`${name}\` should have 3 elements. Received: ${shown}.`,
  );
}

/** One integer for all sides. */
function onAllSides(args: ArgumentReader, name: string, rank: number, number: number): Margins {
  const isKeras3 = args.py.state(kerasVersionKey).current === 3;
  if (number < 0 && isKeras3 && name === 'cropping')
    args.fail(name, `\`${name}\` cannot be negative. Received: ${name}=${number}.`);
  return Array.from({ length: rank }, () => [number, number] as const);
}

/** `padding` or `cropping` for a number of spatial axes. */
export function readMargins(args: ArgumentReader, name: 'padding' | 'cropping', rank: 1 | 2 | 3): Margins {
  if (args.areOfFirst) return earlierMargins(args, name, rank);
  const value = args.value(name);
  if (rank === 1) return [pairOf(args, name, name, value)];
  const number = numberOf(value);
  if (Number.isInteger(number)) return onAllSides(args, name, rank, number as number);
  if (typeof value === 'string') refuseLength(args, name, rank);
  if (!(value instanceof PyTuple || value instanceof PyList)) refuseKind(args, name, rank);
  if (value.items.length !== rank) refuseLength(args, name, rank);
  return value.items.map((item, axis) => pairOf(args, name, `${ordinals[axis]} entry of ${name}`, item));
}

function pairOf(
  args: ArgumentReader,
  argument: string,
  name: string,
  value: Value,
): readonly [number, number] {
  const [before, after] = readWindowArgument(args, argument, 2, { allowZero: true, called: name, value });
  return [before, after];
}

/** Margins of all axes, batch and channels included. */
export function allMargins(margins: Margins, format: DataFormat): (readonly [number, number])[] {
  return format === 'channels_first' ? [[0, 0], [0, 0], ...margins] : [[0, 0], ...margins, [0, 0]];
}
