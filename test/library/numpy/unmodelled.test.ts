/** What NumPy has and Kerascope does not model is unknown, never an AttributeError. */
import { expect, test } from 'vitest';
import { analyse } from '../../checks/markers.ts';

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
