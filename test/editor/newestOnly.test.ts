import { describe, expect, it } from 'vitest';
import { NewestOnly } from '../../src/editor/newestOnly.ts';
import { ManualClock } from './manualClock.ts';

function setUp(run: (text: string, clock: ManualClock) => string | Promise<string>) {
  const clock = new ManualClock();
  const seen = { text: 'a', ran: [] as string[], done: [] as string[], failed: 0 };
  const newest = new NewestOnly<string>(
    {
      stamp: () => seen.text,
      run: () => {
        seen.ran.push(seen.text);
        return run(seen.text, clock);
      },
      done: result => seen.done.push(result),
      failed: () => seen.failed++,
    },
    clock,
  );
  const type = (text: string): void => {
    seen.text = text;
    newest.changed();
  };
  return { clock, seen, newest, type };
}

describe('NewestOnly', () => {
  it('runs at once the first time', async () => {
    const { clock, seen, newest } = setUp(text => text.toUpperCase());
    newest.changed();
    await clock.advance(0);
    expect(seen.done).toEqual(['A']);
    expect(newest.latest).toBe('A');
  });

  it('runs once for edits that follow one another closely, on the last', async () => {
    const { clock, seen, newest, type } = setUp((text, time) => {
      time.spend(160);
      return text;
    });
    newest.changed();
    await clock.advance(0);
    for (const text of ['ab', 'abc', 'abcd']) {
      type(text);
      await clock.advance(40);
    }
    await clock.advance(180);
    expect(seen.ran).toEqual(['a', 'abcd']);
  });

  it('runs right after an edit where the job is short', async () => {
    const { clock, seen, newest, type } = setUp((text, time) => {
      time.spend(10);
      return text;
    });
    newest.changed();
    await clock.advance(0);
    type('ab');
    await clock.advance(1);
    expect(seen.ran).toEqual(['a', 'ab']);
  });

  it('waits longer where the job takes longer', async () => {
    const { clock, seen, newest, type } = setUp((text, time) => {
      time.spend(160);
      return text;
    });
    newest.changed();
    await clock.advance(0);
    type('ab');
    await clock.advance(179);
    expect(seen.ran).toEqual(['a']);
    await clock.advance(1);
    expect(seen.ran).toEqual(['a', 'ab']);
  });

  it('drops a result that was overtaken, and answers those who wait with the newest', async () => {
    const answers: ((text: string) => void)[] = [];
    const { clock, seen, newest, type } = setUp(() => new Promise<string>(resolve => answers.push(resolve)));
    const wanted = newest.newest();
    await clock.advance(0);
    type('ab');
    answers[0]!('old');
    await clock.advance(300);
    answers[1]!('new');
    expect(await wanted).toBe('new');
    expect(seen.done).toEqual(['new']);
  });

  it('notices a change that nobody announced', async () => {
    const answers: ((text: string) => void)[] = [];
    const { clock, seen, newest } = setUp(() => new Promise<string>(resolve => answers.push(resolve)));
    const wanted = newest.newest();
    await clock.advance(0);
    seen.text = 'ab';
    answers[0]!('old');
    await clock.advance(0);
    await clock.advance(300);
    answers[1]!('new');
    expect(await wanted).toBe('new');
  });

  it('does not run again for an input whose result it has', async () => {
    const { clock, seen, newest } = setUp(text => text);
    newest.changed();
    await clock.advance(0);
    expect(await newest.newest()).toBe('a');
    expect(seen.ran).toEqual(['a']);
  });

  it('reports a failure, answers null and goes on', async () => {
    const { clock, seen, newest, type } = setUp(text => {
      if (text === 'a') {
        throw new Error('broken');
      }
      return text;
    });
    const wanted = newest.newest();
    await clock.advance(0);
    expect(await wanted).toBeNull();
    expect(seen.failed).toBe(1);
    type('ab');
    await clock.advance(300);
    expect(seen.done).toEqual(['ab']);
  });

  it('answers null and stops when disposed', async () => {
    const { clock, seen, newest } = setUp(text => text);
    const wanted = newest.newest();
    newest.dispose();
    await clock.advance(300);
    expect(await wanted).toBeNull();
    expect(seen.ran).toEqual([]);
  });

  it('gives the last result where the newest takes longer than one can wait', async () => {
    let finish = (_result: string): void => undefined;
    const { clock, newest, type } = setUp(text =>
      text === 'a' ? 'A' : new Promise<string>(resolve => (finish = resolve)),
    );
    const told: (string | null)[] = [];
    const ask = () => void newest.soon(200).then(result => told.push(result));
    newest.changed();
    await clock.advance(0);
    ask();
    await clock.advance(0);
    type('b');
    ask();
    await clock.advance(199);
    expect(told).toEqual(['A']);
    await clock.advance(1);
    expect(told).toEqual(['A', 'A']);
    ask();
    finish('B');
    await clock.advance(0);
    expect(told).toEqual(['A', 'A', 'B']);
    await clock.advance(1000);
    expect(told).toEqual(['A', 'A', 'B']);
  });

  it('gives nothing soon where there is no result yet', async () => {
    const { clock, newest } = setUp(() => new Promise<string>(() => undefined));
    let told: string | null | undefined;
    void newest.soon(200).then(result => (told = result));
    await clock.advance(200);
    expect(told).toBeNull();
  });
});
