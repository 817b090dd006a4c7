/** What Keras 1 took to pad and to crop: tuples that mean something else today, and dicts; and what it said of others. */
import { PyDict } from '../../../../python/collections.ts';
import { TypeError } from '../../../../python/errors.ts';
import { classOf } from '../../../../python/types.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../../python/values.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import type { Margins } from './margins.ts';

/** The keys of a dict by the axis whose beginning and end they are. */
const keys: readonly (readonly [string, string])[][] = [
  [['left_pad', 'right_pad']],
  [
    ['top_pad', 'bottom_pad'],
    ['left_pad', 'right_pad'],
  ],
];

function itemsOf(args: ArgumentReader, name: string, value: Value): readonly Value[] {
  if (value instanceof PyTuple || value instanceof PyList) return value.items;
  if (value !== null && numberOf(value) === undefined && typeof value !== 'string')
    throw new NotKnown('what the margins hold is not known');
  if (typeof value === 'string') return [...value];
  const words = `'${classOf(value).name}' object is not iterable`;
  return args.fail(name, { 3: [TypeError, words] });
}

function amount(value: Value): number {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const number = numberOf(value);
  // What is no number shows only where the layer is called.
  if (number === undefined || number < 0) throw new NotKnown('margins that only TensorFlow judges');
  return Math.trunc(number);
}

function fromDict(args: ArgumentReader, value: PyDict, rank: number): Margins {
  const pairs = keys[rank - 1];
  if (pairs === undefined) throw new NotKnown('a dict of margins for three axes is not modelled');
  const known = pairs.flat();
  const given = [...value.keys()].map(key => args.py.str(key));
  if (given.every(key => known.includes(key)))
    return pairs.map(([before, after]) => [
      amount(value.get(before, args.py.keyRules) ?? 0),
      amount(value.get(after, args.py.keyRules) ?? 0),
    ]);
  const shown = `dict_keys([${[...value.keys()].map(key => args.py.repr(key)).join(', ')}])`;
  return args.fail('padding', {
    3:
      rank === 1
        ? `Unexpected key found in \`padding\` dictionary. Keys have to be in {"left_pad", "right_pad"}. Found: ${shown}`
        : `Unexpected key found in \`padding\` dictionary. Keys have to be in {"top_pad", "bottom_pad", "left_pad", "right_pad"}.Found: ${shown}`,
  });
}

function padding(args: ArgumentReader, rank: number): Margins {
  const value = args.value('padding');
  if (value instanceof PyDict) return fromDict(args, value, rank);
  const number = numberOf(value);
  if (rank === 1 && Number.isInteger(number)) return [[amount(value), amount(value)]];
  const items = itemsOf(args, 'padding', value);
  const shown = args.py.str(new PyTuple([...items]));
  if (rank === 1) {
    if (items.length === 2) return [[amount(items[0]), amount(items[1])]];
    return args.fail('padding', {
      3: `\`padding\` should be int, or dict with keys {"left_pad", "right_pad"}, or tuple of length 2. Found: ${shown}`,
    });
  }
  if (rank === 2 && items.length === 4) {
    const [top, bottom, left, right] = items.map(amount);
    return [
      [top, bottom],
      [left, right],
    ];
  }
  if (items.length === rank) return items.map(item => [amount(item), amount(item)] as const);
  if (rank === 3) throw new NotKnown('Keras 1 looks at the third margin when it is called');
  const words = `\`padding\` should be tuple of int of length 2 or 4, or dict. Found: ${shown}`;
  return args.fail('padding', { 3: [TypeError, words] });
}

function cropping(args: ArgumentReader, rank: number): Margins {
  const items = itemsOf(args, 'cropping', args.value('cropping'));
  const wanted = rank === 1 ? 2 : rank;
  if (items.length !== wanted) args.fail('cropping', `\`cropping\` must be a tuple length of ${wanted}.`);
  if (rank === 1) return [[amount(items[0]), amount(items[1])]];
  return items.map((item, axis) => {
    if (item instanceof Unknown) throw new NotKnown(item.reason);
    if (typeof item === 'number')
      args.fail('cropping', { 3: [TypeError, `object of type '${classOf(item).name}' has no len()`] });
    const sides = itemsOf(args, 'cropping', item);
    if (sides.length !== 2) args.fail('cropping', `\`cropping[${axis}]\` must be a tuple length of 2.`);
    return [amount(sides[0]), amount(sides[1])] as const;
  });
}

/** `padding` or `cropping` as Keras 1 read it. */
export function earlierMargins(args: ArgumentReader, name: 'padding' | 'cropping', rank: 1 | 2 | 3): Margins {
  return name === 'padding' ? padding(args, rank) : cropping(args, rank);
}
