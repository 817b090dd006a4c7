/** What is said of a class without `call`, and when its `forward` is not renamed. */
import { expect, test } from 'vitest';
import { formatMessage } from '../../src/python/message.ts';
import { analyse } from './markers.ts';
import { net } from './quickFixes/methods.ts';

test('the message names the method that Keras calls', async () => {
  const { findings } = await analyse(net('forward'));
  expect(findings.map(item => formatMessage(item.message))).toEqual([
    'Keras calls the method `call`, not `forward` as PyTorch does: `Net` defines none.',
  ]);
  const { findings: others } = await analyse(net('compute'));
  expect(others.map(item => formatMessage(item.message))).toEqual([
    'Keras calls the method `call`, and `Net` defines none.',
  ]);
  expect(others[0]?.fixes).toEqual([]);
});

test('a method that the script calls itself is not renamed, and `call` beside it is fine', async () => {
  const used = await analyse(net('forward', 'print(model.forward(x))\n'));
  expect(used.findings.map(item => [item.code, item.fixes.length])).toEqual([['missing-call', 0]]);
  expect((await analyse(net('call'))).findings).toEqual([]);
});
