/** `ufunc.at`: an operation in place at indices, where an index that comes twice is applied twice. */
import type { Interpreter } from '../../python/interpreter.ts';
import type { Value } from '../../python/values.ts';
import { castArray } from './casting.ts';
import { toArray } from './conversion.ts';
import { applyElementwise, castForOutput, type Operation } from './elementwise.ts';
import { assign } from './indexAssignment.ts';
import { indexArray } from './indexing.ts';
import { type IndexItem, parseIndex } from './indexParsing.ts';
import { abstractArray, concreteArray, type NdArray, requireNumbers } from './ndarray.ts';
import { positionArray } from './sorting.ts';
import { fromItems } from './storage.ts';
import { broadcastTo, copyArray, ravel, reshape } from './views.ts';

export function applyAt(
  rule: Operation,
  target: NdArray,
  indices: Value,
  operand: Value,
  py: Interpreter,
): void {
  const items = parseIndex(indices, py);
  const picked = indexArray(target, items);
  const values = rule.inputs === 1 ? null : toArray(operand, py);
  if (picked.data === null || target.data === null || values?.data === null) {
    // Repeated indices are applied again and again: nothing but the type bounds the result.
    target.memory.lose(abstractArray([], target.dtype).facts);
    return;
  }
  const applied = (current: NdArray, own: NdArray | null): NdArray => {
    const result = applyElementwise(rule, own === null ? [current] : [current, own], { py });
    return castArray(castForOutput(result, target, rule.name), target.dtype);
  };
  if (!items.some(item => item.kind === 'array')) {
    assign(target, items, applied(picked, values));
    return;
  }
  const shape = picked.shape as number[];
  const each = values === null || values.rank === 0 ? values : ravel(broadcastTo(values, shape));
  const work = ravel(copyArray(target));
  for (const { places, occurrences } of turns(target, items)) {
    const at: IndexItem[] = [{ kind: 'array', array: positionArray(places) }];
    const own =
      each === null || each.rank === 0
        ? each
        : indexArray(each, [{ kind: 'array', array: positionArray(occurrences) }]);
    assign(work, at, applied(indexArray(work, at), own));
  }
  assign(target, [{ kind: 'ellipsis' }], reshape(work, target.shape as number[]));
}

interface Turn {
  /** Elements of the flattened array, each once. */
  readonly places: Float64Array;
  /** Which of the selected elements they are. */
  readonly occurrences: Float64Array;
}

/** The selected elements, those that come again in later turns. */
function turns(target: NdArray, items: readonly IndexItem[]): Turn[] {
  const shape = target.shape as number[];
  const size = target.size!;
  const numbers = Float64Array.from({ length: size }, (_, i) => i);
  const numbered = concreteArray(fromItems(numbers, shape, 'int64'));
  const seen = new Uint32Array(size);
  const lists: { places: number[]; occurrences: number[] }[] = [];
  requireNumbers(indexArray(numbered, items)).forEach((place: number, occurrence: number) => {
    const turn = seen[place]++;
    lists[turn] ??= { places: [], occurrences: [] };
    lists[turn].places.push(place);
    lists[turn].occurrences.push(occurrence);
  });
  return lists.map(({ places, occurrences }) => ({
    places: Float64Array.from(places),
    occurrences: Float64Array.from(occurrences),
  }));
}
