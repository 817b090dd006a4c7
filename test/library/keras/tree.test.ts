/** keras.tree walks nested lists, tuples and dicts as its documentation says. */
import { expect, test } from 'vitest';
import { runKeras } from './program.ts';

test.each([
  ["tree.flatten({'b': [1, (2, 3)], 'a': 4})", '[4, 1, 2, 3]'],
  ['tree.map_structure(lambda x, y: x + y, [1, (2,)], [10, (20,)])', '[11, (22,)]'],
  ['tree.pack_sequence_as([0, (0, 0)], [7, 8, 9])', '[7, (8, 9)]'],
  ['tree.lists_to_tuples([1, [2, 3]])', '(1, (2, 3))'],
  ['tree.map_structure_up_to([0, 0], sum, [[1, 2], [3]])', '[3, 3]'],
  ['tree.traverse(lambda x: x * 2 if isinstance(x, int) else None, [1, (2,)])', '[2, (4,)]'],
  ["tree.map_shape_structure(lambda s: s[1:], {'x': (None, 3)})", "{'x': (3,)}"],
  ['(tree.is_nested(1), tree.is_nested([]))', '(False, True)'],
])('%s', async (expression, wanted) => {
  const run = await runKeras(`from keras import tree\nprint(${expression})`);
  expect(run.stderr).toBe('');
  expect(run.stdout.trim()).toBe(wanted);
});

test('structures that differ are refused', async () => {
  const run = await runKeras(`from keras import tree\ntree.assert_same_structure([1, 2], [1])`);
  expect(run.stderr).toContain("ValueError: The two structures don't have the same number of elements.");
});
