/** How findings are worded for people. */
import { expect, test } from 'vitest';
import { raisesMessage } from '../../src/checks/finding.ts';

test('short words are shown as they are', () => {
  expect(raisesMessage('ValueError: no').args).toEqual(['ValueError: no']);
});

test('a list of all layers loses its middle, and neither its beginning nor its end', () => {
  const layers = Array.from({ length: 400 }, (_, index) => `'conv_${index}'`).join(', ');
  const [shown] = raisesMessage(`ValueError: No such layer: fc. Existing layers are: [${layers}].`).args;
  expect(shown).toMatch(
    /^ValueError: No such layer: fc\. Existing layers are: \['conv_0'.* … .*'conv_399'\]\.$/,
  );
  expect(String(shown).length).toBeLessThan(520);
});
