/**
 * What analysis knows of the numbers in tensors: the facts of arrays that became tensors, through what is composed of
 * them. A batch of a data set has the facts of all its elements.
 */
import { attributesOf, type Tensor } from '../../../graph/tensor.ts';
import type { Span } from '../../../python/syntax.ts';
import {
  elementFacts,
  type Facts,
  facts,
  factsOfNumbers,
  joinFacts,
  noFacts,
  partFacts,
  scaledOccurrence,
} from '../../numpy/facts.ts';
import { meantChoice, meantWhenMoved } from '../../numpy/meantNumbers.ts';
import { productFacts, quotientFacts, sumFacts } from '../../numpy/operationFacts.ts';

/** The facts of a tensor's numbers, and where they were made. */
export interface PartFacts {
  readonly facts: Facts;
  readonly madeAt: Span | null;
}

export const nothingKnown: PartFacts = { facts: noFacts, madeAt: null };

/** What tensors were made from: an array of NumPy is asked for its facts only when they are needed. */
const noted = new WeakMap<Tensor, PartFacts>();

/** Remembers what a tensor's numbers are. */
export function noteFacts(tensor: Tensor, known: PartFacts): void {
  noted.set(tensor, known);
}

/** Remembers the place of the script that made a tensor; the first one stays. */
export function noteMaking(tensor: Tensor, span: Span | null): void {
  tensor.place ??= span;
}

/** The call of the script that made a tensor. */
export function makingOf(tensor: Tensor): Span | null {
  return tensor.place as Span | null;
}

/** What is known of a tensor's numbers. */
export function factsOfTensor(tensor: Tensor): PartFacts {
  const found = noted.get(tensor);
  // An array of fractions that becomes a tensor of whole numbers has others.
  if (found !== undefined) return isKept(found.facts, tensor) ? found : nothingKnown;
  const derived = tensor.inputs.length === 0 ? constantFacts(tensor) : derivedFacts(tensor);
  noted.set(tensor, derived);
  return derived;
}

function isKept({ integers }: Facts, { dtype }: Tensor): boolean {
  return dtype !== 'bool' && (integers || !/int/.test(dtype));
}

function derivedFacts(tensor: Tensor): PartFacts {
  const [input, other] = tensor.inputs;
  switch (tensor.op) {
    case 'identity':
    case 'stopGradient':
      return factsOfTensor(input);
    case 'cast':
      return castFacts(tensor, input);
    case 'reshape':
    case 'broadcastTo':
    case 'transpose':
      return rearranged(tensor, factsOfTensor(input));
    case 'slice':
    case 'gather':
    case 'reverse': {
      const { facts: known, madeAt } = factsOfTensor(input);
      return rearranged(tensor, { facts: partFacts(known, null, false), madeAt }, input);
    }
    case 'concat':
      return joined(tensor);
    case 'argMax':
      return indices(input.shape[attributesOf(tensor, 'argMax').axis] ?? null);
    case 'select':
      return chosenFacts(other, tensor.inputs[2]);
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
      return arithmeticFacts(tensor, input, other);
    default:
      return nothingKnown;
  }
}

/** Rows stay rows where the last axis keeps its length and its place. */
function rearranged(tensor: Tensor, { facts: known, madeAt }: PartFacts, from = tensor.inputs[0]): PartFacts {
  const keepsRows = tensor.op !== 'transpose' && tensor.shape.at(-1) === from.shape.at(-1);
  const isGathered = tensor.op === 'gather' && attributesOf(tensor, 'gather').axis === from.shape.length - 1;
  return { facts: keepsRows && !isGathered ? known : elementFacts(known), madeAt };
}

function joined(tensor: Tensor): PartFacts {
  const parts = tensor.inputs.map(factsOfTensor);
  const known = parts.map(part => part.facts).reduce(joinFacts);
  const { axis } = attributesOf(tensor, 'concat');
  const isAlongRows = axis === tensor.shape.length - 1;
  return { facts: isAlongRows ? elementFacts(known) : known, madeAt: parts[0].madeAt };
}

function indices(size: number | null): PartFacts {
  return size === null
    ? nothingKnown
    : { facts: facts({ integers: true, minimum: 0, maximum: size - 1 }), madeAt: null };
}

function castFacts(tensor: Tensor, input: Tensor): PartFacts {
  if (input.dtype === 'bool') {
    const rows = input.op === 'equal' ? rowsFacts(tensor, input) : null;
    return rows ?? { facts: facts({ integers: true, minimum: 0, maximum: 1 }), madeAt: null };
  }
  const inner = factsOfTensor(input);
  return isKept(inner.facts, tensor) ? inner : nothingKnown;
}

/** One-hot rows: the index along a new axis compared with 0, 1, 2... */
function rowsFacts(tensor: Tensor, { inputs: [index, places] }: Tensor): PartFacts | null {
  const classes = tensor.shape.at(-1) ?? null;
  if (classes === null || places.op !== 'constant' || !isCount(places, classes) || index.shape.at(-1) !== 1)
    return null;
  const { facts: known, madeAt } = factsOfTensor(index);
  const { integers, minimum, maximum } = known;
  const isInside = integers && minimum !== null && maximum !== null && minimum >= 0 && maximum < classes;
  return { facts: facts(isInside ? { oneHot: { classes } } : { multiHot: true }), madeAt };
}

/** What `where` takes from two tensors. */
function chosenFacts(first: Tensor, second: Tensor): PartFacts {
  const [a, b] = [factsOfTensor(first), factsOfTensor(second)];
  const either = joinFacts(elementFacts(a.facts), elementFacts(b.facts));
  return { facts: { ...either, meant: meantChoice(a.facts, b.facts) }, madeAt: a.madeAt ?? b.madeAt };
}

/** Numbers that one number alone is added to, subtracted from, multiplied or divided by. */
function arithmeticFacts(tensor: Tensor, left: Tensor, right: Tensor): PartFacts {
  const [a, b] = [factsOfTensor(left), factsOfTensor(right)];
  const isTurned = b.facts.constant === null && (tensor.op === 'add' || tensor.op === 'mul');
  const [moved, by] = isTurned ? [b, a] : [a, b];
  if (by.facts.constant === null) return nothingKnown;
  const result = arithmetic(tensor, moved.facts, by.facts);
  const meant = meantWhenMoved(moved.facts.meant, value => calculated(tensor, value, by.facts.constant!));
  const occurrence = scaledOccurrence(moved.facts.occurrence);
  return { facts: { ...result, occurrence, meant }, madeAt: moved.madeAt };
}

function calculated({ op }: Tensor, a: number, b: number): number {
  if (op === 'add') return a + b;
  if (op === 'sub') return a - b;
  return op === 'mul' ? a * b : a / b;
}

function arithmetic({ op }: Tensor, a: Facts, b: Facts): Facts {
  if (op === 'add') return sumFacts(a, b, 'float64', 1);
  if (op === 'sub') return sumFacts(a, b, 'float64', -1);
  return op === 'mul' ? productFacts(a, b, 'float64') : quotientFacts(a, b, 'float64');
}

function constantFacts(tensor: Tensor): PartFacts {
  if (tensor.op !== 'constant' || tensor.dtype === 'bool' || tensor.dtype === 'string') return nothingKnown;
  const { data } = attributesOf(tensor, 'constant');
  if (data.length === 1) return { facts: facts({ constant: Number(data[0]) }), madeAt: null };
  return { facts: factsOfNumbers(data, tensor.shape.at(-1) ?? null), madeAt: makingOf(tensor) };
}

/** Whether a constant holds 0, 1, 2... up to a count. */
function isCount(tensor: Tensor, count: number | null): boolean {
  const { data } = attributesOf(tensor, 'constant');
  if (data.length !== count) return false;
  for (let index = 0; index < data.length; index++) if (Number(data[index]) !== index) return false;
  return true;
}
