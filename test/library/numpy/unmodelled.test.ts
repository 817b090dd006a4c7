/** What NumPy has and Kerascope does not model is unknown, never an AttributeError. */
import { expect, test } from 'vitest';
import { allLibraries } from '../../../src/library/index.ts';
import { analyse } from '../../checks/markers.ts';
import { runPython } from '../../python/run.ts';

test.each([
  'poly1d',
  'roots',
  'True_',
  'sort_complex',
  'ComplexWarning',
  'random.triangular',
  'linalg.tensorinv',
])('np.%s', async name => {
  const { findings } = await analyse(`import numpy as np\na = np.${name}`);
  expect(findings).toEqual([]);
});

test.each(['polly1d', 'npsum', 'int'])('np.%s is no name of NumPy', async name => {
  const { findings } = await analyse(`import numpy as np\na = np.${name}`);
  expect(findings.map(finding => finding.code)).toEqual(['attribute-error']);
});

test.each([
  "np.dtype('V4')",
  "np.ndarray((2,), 'u1', bytearray(2))",
  "np.ndarray((2,), 'u1', b'abcd', strides=(2,))",
  "np.arange(3).getfield('i2', 1)",
  "np.char.array(['a'])",
  'np.char.chararray((2,))',
  "np.recarray((2,), formats='i4', names='a')",
])('%s is refused by name under run and unknown under analysis', async expression => {
  const text = `import numpy as np\na = ${expression}`;
  expect((await analyse(text)).findings).toEqual([]);
  const run = await runPython(text, { libraries: allLibraries() });
  expect(run.stderr).toMatch(/^NotImplementedError: .*Kerascope/m);
});

test('more parts than fit are a MemoryError under run and unknown under analysis', async () => {
  const text = 'import numpy as np\nparts = np.array_split(np.arange(4), 10**12)';
  expect((await analyse(text)).findings).toEqual([]);
  const run = await runPython(text, { libraries: allLibraries() });
  expect(run.stderr).toContain('MemoryError');
});
