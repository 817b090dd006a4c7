/** What is known of the numbers in a data set's elements: the facts of all of them together, through its steps. */
import type { Dim } from '../../graph/shapes.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { Span } from '../../python/syntax.ts';
import type { Value } from '../../python/values.ts';
import { tensorOf } from '../keras/tensors/conversion.ts';
import { flatten, mapStructure } from '../keras/tensors/graphNode.ts';
import { TensorObject } from '../keras/tensors/tensorObject.ts';
import { elementFacts, type Facts, facts, joinFacts, noFacts, partFacts } from '../numpy/facts.ts';
import { NdArray } from '../numpy/ndarray.ts';
import { productFacts, quotientFacts, sumFacts } from '../numpy/operationFacts.ts';

/** The facts of one part of all elements, and where its numbers were made. */
export interface PartFacts {
  readonly facts: Facts;
  readonly madeAt: Span | null;
}

export const nothingKnown: PartFacts = { facts: noFacts, madeAt: null };

export function factsOfPart(leaf: Value): PartFacts {
  return leaf instanceof NdArray ? { facts: leaf.facts, madeAt: leaf.madeAt } : nothingKnown;
}

/** An element of the data set that keeps some of the elements; null where their number is not known. */
export function someOf(element: Value | null, elements: number | null): Value | null {
  if (element === null) return null;
  return mapStructure(element, leaf => {
    if (!(leaf instanceof NdArray) || leaf.data !== null) return leaf;
    const numbers = leaf.shape.reduce<Dim>(
      (size, dim) => (size === null || dim === null ? null : size * dim),
      1,
    );
    const kept = numbers === null || elements === null ? null : numbers * elements;
    return withFacts(leaf, partFacts(leaf.facts, kept, false));
  });
}

/** An element of two data sets, one behind the other. */
export function eitherOf(first: Value | null, second: Value | null): Value | null {
  if (first === null) return null;
  const others = second === null ? [] : flatten([second]);
  let place = 0;
  return mapStructure(first, leaf => {
    const other = others[place++];
    if (!(leaf instanceof NdArray) || leaf.data !== null) return leaf;
    return withFacts(leaf, other instanceof NdArray ? joinFacts(leaf.facts, other.facts) : noFacts);
  });
}

function withFacts(leaf: NdArray, known: Facts): NdArray {
  const copy = new NdArray(leaf.shape, leaf.dtype, leaf.memory, null, known);
  copy.madeAt = leaf.madeAt;
  return copy;
}

/** The facts of what a function of the script makes of elements, read from the tensors that it composes. */
export class MappedFacts {
  private readonly known = new Map<Tensor, PartFacts>();

  /** @param tensors the leaves of `element` as the function is given them */
  constructor(element: Value, tensors: Value) {
    const leaves = flatten([element]);
    for (const [index, tensor] of flatten([tensors]).entries())
      if (tensor instanceof TensorObject) this.known.set(tensor.tensor, factsOfPart(leaves[index] ?? null));
  }

  of(py: Interpreter, leaf: Value): PartFacts {
    return this.trace(tensorOf(py, leaf));
  }

  private trace(tensor: Tensor): PartFacts {
    const found = this.known.get(tensor);
    if (found !== undefined) return found;
    const [input, other] = tensor.inputs;
    if (input === undefined) return constantFacts(tensor);
    switch (tensor.op) {
      case 'identity':
        return this.trace(input);
      case 'cast':
        return this.traceCast(tensor, input);
      case 'reshape': {
        const { facts: known, madeAt } = this.trace(input);
        const keepsRows = tensor.shape.at(-1) === input.shape.at(-1);
        return { facts: keepsRows ? known : elementFacts(known), madeAt };
      }
      case 'add':
      case 'sub':
      case 'mul':
      case 'div':
        return other === undefined ? nothingKnown : this.traceArithmetic(tensor, input, other);
      default:
        return nothingKnown;
    }
  }

  private traceCast(tensor: Tensor, input: Tensor): PartFacts {
    // One-hot rows: the index along a new axis compared with 0, 1, 2...
    if (input.op === 'equal') {
      const [index, places] = input.inputs;
      const inner = this.trace(index!);
      const classes = tensor.shape.at(-1) ?? null;
      const isRange = places?.op === 'constant' && isCount(places, classes);
      if (!isRange || classes === null || index!.shape.at(-1) !== 1) return nothingKnown;
      const { integers, minimum, maximum } = inner.facts;
      const isInside = integers && minimum !== null && maximum !== null && minimum >= 0 && maximum < classes;
      return { facts: facts(isInside ? { oneHot: { classes } } : { multiHot: true }), madeAt: inner.madeAt };
    }
    const inner = this.trace(input);
    const isWhole = inner.facts.integers || !/int|bool/.test(tensor.dtype);
    return isWhole && tensor.dtype !== 'bool' ? inner : nothingKnown;
  }

  private traceArithmetic(tensor: Tensor, left: Tensor, right: Tensor): PartFacts {
    const [a, b] = [this.trace(left), this.trace(right)];
    const moved = b.facts.constant === null ? null : a;
    if (moved === null) return nothingKnown;
    const result = arithmetic(tensor, a.facts, b.facts);
    return { facts: { ...result, occurrence: a.facts.occurrence }, madeAt: a.madeAt };
  }
}

function arithmetic({ op }: Tensor, a: Facts, b: Facts): Facts {
  if (op === 'add') return sumFacts(a, b, 'float64', 1);
  if (op === 'sub') return sumFacts(a, b, 'float64', -1);
  return op === 'mul' ? productFacts(a, b, 'float64') : quotientFacts(a, b, 'float64');
}

function constantFacts(tensor: Tensor): PartFacts {
  if (tensor.op !== 'constant') return nothingKnown;
  const { data } = attributesOf(tensor, 'constant');
  return data.length === 1 ? { facts: facts({ constant: Number(data[0]) }), madeAt: null } : nothingKnown;
}

/** Whether a constant holds 0, 1, 2... up to a count. */
function isCount(tensor: Tensor, count: number | null): boolean {
  const { data } = attributesOf(tensor, 'constant');
  if (data.length !== count) return false;
  for (let index = 0; index < data.length; index++) if (Number(data[index]) !== index) return false;
  return true;
}
