/** How findings are worded for people. */
import { describe, expect, test } from 'vitest';
import { errorChapters } from '../../src/checks/errors/index.ts';
import { raisesMessage } from '../../src/checks/finding.ts';
import { formatMessage } from '../../src/python/message.ts';

test('short words are shown as they are', () => {
  expect(raisesMessage('value-error', 'ValueError: no').args).toEqual(['ValueError: no']);
});

test('a list of all layers loses its middle, and neither its beginning nor its end', () => {
  const layers = Array.from({ length: 400 }, (_, index) => `'conv_${index}'`).join(', ');
  const [shown] = raisesMessage(
    'no-such-layer',
    `ValueError: No such layer: fc. Existing layers are: [${layers}].`,
  ).args;
  expect(shown).toMatch(
    /^ValueError: No such layer: fc\. Existing layers are: \['conv_0'.* … .*'conv_399'\]\.$/,
  );
  expect(String(shown).length).toBeLessThan(520);
});

describe('who raises an error', () => {
  const shown = (code: string, words: string) => formatMessage(raisesMessage(code, words));

  test('is told where only one can', () => {
    expect(shown('label-shape', 'ValueError: no')).toBe('Keras raises: ValueError: no');
    expect(shown('label-shape', 'InvalidArgumentError: no')).toBe(
      'TensorFlow raises: InvalidArgumentError: no',
    );
    expect(shown('tape-spent', 'RuntimeError: no')).toBe('TensorFlow raises: RuntimeError: no');
    expect(shown('value-error', 'ValueError: no')).toBe('Raises: ValueError: no');
  });

  test("is never said to be Keras where it is Python's", () => {
    const python = errorChapters.find(({ title: [english] }) => english === 'Python')!.codes;
    expect(python.length).toBeGreaterThan(20);
    for (const { code } of python) expect(shown(code, 'X')).toBe('Raises: X');
  });
});
