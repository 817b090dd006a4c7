/** Memory is refused in NumPy's words before the page dies, and garbage is not counted. */
import { expect, test } from 'vitest';
import { numpySettings } from '../../../src/library/numpy/definition.ts';
import { numpyModules } from '../../../src/library/numpy/index.ts';
import { libraryRegistry } from '../../../src/python/modules.ts';
import { runPython } from '../../python/run.ts';

const MEGABYTE = 2 ** 20;

function runWithBudget(text: string, bytes = 8 * MEGABYTE) {
  return runPython(text, {
    libraries: libraryRegistry(numpyModules),
    prepare: py => {
      py.state(numpySettings).memory.budget = bytes;
    },
  });
}

const refusal =
  'numpy.core._exceptions._ArrayMemoryError: Unable to allocate 1.00 MiB for an array with shape (131072,) and data type float64';

test.each([
  ['a list', 'kept = []\nfor i in range(100):\n    kept.append(np.zeros(131072))'],
  ['a comprehension', 'kept = [np.ones(131072) for i in range(100)]'],
  [
    'a dict of an object',
    'class A: pass\na = A()\na.d = {}\nfor i in range(100):\n    a.d[i] = np.zeros(131072)',
  ],
  [
    'frames of a recursion',
    'def f(n):\n    x = np.zeros(131072)\n    return f(n - 1) + x if n else x\nf(100)',
  ],
  ['views', 'kept = []\nfor i in range(100):\n    kept.append(np.zeros(131072)[:2])'],
  [
    'a closure',
    'def make():\n    x = np.zeros(131072)\n    return lambda: x\nkept = [make() for i in range(100)]',
  ],
])('%s that keeps arrays', async (_name, body) => {
  const run = await runWithBudget(`import numpy as np\n${body}\n`);
  expect(run.stderr.trim().split('\n').at(-1)).toBe(refusal);
  expect(run.status).toBe(1);
});

test('is a MemoryError that a script can catch', async () => {
  const run = await runWithBudget(
    [
      'import numpy as np',
      'kept = []',
      'try:',
      '    while True:',
      '        kept.append(np.zeros(131072))',
      'except MemoryError:',
      '    n = len(kept)',
      '    kept.clear()',
      '    kept.append(np.zeros(131072))',
      'print(6 <= n <= 8, len(kept))',
    ].join('\n'),
  );
  expect(run.stdout).toBe('True 1\n');
});

test('what is no longer reached does not count', async () => {
  const run = await runWithBudget(
    'import numpy as np\nx = np.zeros(131072)\nfor i in range(100):\n    x = x + 1\nprint(x[0])\n',
  );
  expect(run.stdout).toBe('100.0\n');
});

test('one array over the limit', async () => {
  const run = await runPython('import numpy as np\nnp.zeros((10**6, 10**6))\n', {
    libraries: libraryRegistry(numpyModules),
  });
  expect(run.stderr.trim().split('\n').at(-1)).toBe(
    'numpy.core._exceptions._ArrayMemoryError: Unable to allocate 7.28 TiB for an array with shape (1000000, 1000000) and data type float64',
  );
});
