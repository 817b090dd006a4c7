// Programs that a script computes again and again are compiled once, also where they draw random numbers.
import { expect, test } from 'vitest';
import type { Executable } from '../../src/graph/engine.ts';
import { constant, ops, type Program, SeedStream } from '../../src/graph/index.ts';
import { EagerCache } from '../../src/training/eager.ts';
import { openEngine } from '../../src/training/open-engine.ts';

/** A step as it is traced anew each time. */
function step(stream: SeedStream, data: number) {
  const x = constant(Float32Array.of(data, 2, 3), [3]);
  const first = ops.mul(x, ops.randomUniform([3], stream));
  return [ops.add(first, ops.randomNormal([3], stream))];
}

test('a step with random numbers is compiled at its first and second turn only', () => {
  const programs: Program[] = [];
  const cache = new EagerCache(program => {
    programs.push(program);
    return { run: () => [], bytes: 0, dispose: () => undefined } as Executable;
  });
  const stream = new SeedStream(1);
  for (let turn = 0; turn < 5; turn++) cache.run(step(stream, turn), []);
  expect(programs).toHaveLength(2);
  cache.run(step(new SeedStream(1), 0), []);
  expect(programs).toHaveLength(3);
});

test('each turn draws other numbers, and the same from the same seed', async () => {
  const draw = async () => {
    const engine = await openEngine({ backend: 'wasm' });
    const stream = new SeedStream(7);
    const turns: string[] = [];
    for (let turn = 0; turn < 4; turn++) turns.push((await engine.evaluate(step(stream, 1)))[0].data.join());
    engine.close();
    return turns;
  };
  const turns = await draw();
  expect(new Set(turns).size).toBe(4);
  const again = await draw();
  const numbers = (text: string) => text.split(',').map(Number);
  for (const [turn, text] of turns.entries())
    for (const [place, value] of numbers(text).entries())
      expect(numbers(again[turn])[place]).toBeCloseTo(value, 5);
});
