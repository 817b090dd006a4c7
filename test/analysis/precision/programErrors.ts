/** The errors that analysis finds in a program. */
import { expect } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { testParser } from '../../python/run.ts';

/** What a program with `np` and `tf` would raise, as far as analysis is certain. */
export async function errors(program: string): Promise<string[]> {
  const text = `import numpy as np\nimport tensorflow as tf\n${program}`;
  const { program: known, policy } = followProgram(await testParser(), text, 'script.py', {
    kerasVersion: 'auto',
  });
  expect(policy.faults).toEqual([]);
  return known.findings.filter(finding => finding.severity === 'error').map(finding => finding.raises ?? '');
}
