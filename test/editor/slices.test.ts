import { describe, expect, it } from 'vitest';
import { inSlices } from '../../src/editor/slices.ts';

/** Work that takes longer than a slice between two pauses. */
function* work(steps: number): Generator<void, number> {
  for (let step = 0; step < steps; step++) {
    for (const start = performance.now(); performance.now() < start + 9; );
    yield;
  }
  return steps;
}

describe('inSlices', () => {
  it('gives what the work returns', async () => {
    expect(await inSlices(work(3), () => false)).toBe(3);
  });

  it('lets others have their turn in between', async () => {
    const turns: string[] = [];
    const done = inSlices(work(3), () => false).then(() => turns.push('work'));
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      turns.push('other');
      port1.close();
    });
    port1.start();
    port2.postMessage(null);
    await done;
    expect(turns).toEqual(['other', 'work']);
  });

  it('gives up when it is overtaken', async () => {
    let asked = 0;
    expect(await inSlices(work(5), () => ++asked === 2)).toBe(null);
    expect(asked).toBe(2);
  });
});
