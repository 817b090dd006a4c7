import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunPolicy, TURNS_AFTER_STOP } from '../../src/execution/runPolicy.ts';
import { SessionControl } from '../../src/execution/sessionControl.ts';
import { fileErrorFromText } from '../../src/execution/sessionFiles.ts';
import { OutputBuffer, type OutputStream } from '../../src/execution/sessionOutput.ts';
import { TimeLeft } from '../../src/execution/sessionTimeLeft.ts';
import { PythonError } from '../../src/python/errors.ts';
import { runPython } from '../python/run.ts';

/** A session whose clock the test moves, and whose turns the test counts. */
function session() {
  const policy = new RunPolicy();
  const state = { now: 0, turns: 0 };
  const control = new SessionControl(policy, {
    turn: async () => {
      state.turns++;
    },
    monotonic: () => state.now,
  });
  return { policy, control, state };
}

describe('a session', () => {
  it('lets events in when it is time and not before', async () => {
    const { control, state } = session();
    await control.breathe();
    expect(state.turns).toBe(0);
    state.now = 100;
    await control.breathe();
    await control.breathe();
    expect(state.turns).toBe(1);
  });

  it('raises KeyboardInterrupt once after a stop', async () => {
    const { control } = session();
    control.stop();
    const interrupt = (error: unknown) =>
      error instanceof PythonError && error.exception.cls.name === 'KeyboardInterrupt';
    await expect(control.breathe()).rejects.toSatisfy(interrupt);
    await expect(control.breathe()).resolves.toBeUndefined();
  });

  it('waits in a pause until it is resumed, and does not count the time', async () => {
    const { control, state } = session();
    const paused: boolean[] = [];
    let inPause = (): void => {};
    const pause = new Promise<void>(resolve => {
      inPause = resolve;
    });
    control.onPaused = now => {
      paused.push(now);
      if (now) inPause();
    };
    control.pause();
    state.now = 10;
    const breath = control.breathe();
    await pause;
    state.now = 5010;
    control.resume();
    await breath;
    expect(paused).toEqual([true, false]);
    expect(control.workTime()).toBe(10);
  });

  it('ends a paused run when it is stopped', async () => {
    const { control } = session();
    control.pause();
    const breath = control.breathe();
    control.stop();
    await expect(breath).rejects.toBeInstanceOf(PythonError);
  });

  it('hands a learning rate on once', () => {
    const { control } = session();
    control.setLearningRate(0.5);
    expect([control.takeLearningRate(), control.takeLearningRate()]).toEqual([0.5, null]);
  });

  it('waits once for code that passes over the wait and asks again', () => {
    const { policy, state } = session();
    state.now = 1000;
    const rests = Array.from({ length: 50 }, () => policy.rest()).filter(rest => rest !== null);
    expect(new Set(rests).size).toBe(1);
  });
});

describe('the time left', () => {
  /** A fit of even steps, followed to the end of an epoch; each epoch ends with a validation. */
  function follow(
    epochs: number,
    steps: number,
    stepTime: number,
    validation: number,
    until: number,
  ): TimeLeft {
    let now = 0;
    const left = new TimeLeft({ initialEpoch: 0, epochs, steps, validationSteps: null }, now);
    for (let epoch = 1; epoch <= until; epoch++) {
      for (let step = 1; step <= steps; step++) {
        now += stepTime;
        left.stepDone(epoch, step, now);
      }
      now += validation;
      left.epochDone(epoch, now);
    }
    expect(left.seconds(now)).not.toBeNull();
    expect(left.seconds(now)).toBeCloseTo(((epochs - until) * (steps * stepTime + validation)) / 1000, 6);
    return left;
  }

  it('is exact for even steps', () => {
    const size = fc.integer({ min: 4, max: 40 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.integer({ min: 1, max: 300 }),
        fc.nat(500),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (epochs, steps, stepTime, validation, share) => {
          follow(epochs, steps, stepTime, validation, Math.max(1, Math.floor(share * epochs)));
        },
      ),
    );
  });

  it('is near where steps vary and some epochs validate', () => {
    const pace = fc.array(fc.double({ min: 0.1, max: 1.9, noNaN: true }), { minLength: 97, maxLength: 97 });
    fc.assert(
      fc.property(pace, fc.constantFrom(1, 2, 5), (factors, every) => {
        const said: { readonly now: number; readonly seconds: number }[] = [];
        const left = new TimeLeft({ initialEpoch: 0, epochs: 40, steps: 50, validationSteps: null }, 0);
        let now = 0;
        for (let epoch = 1; epoch <= 40; epoch++) {
          for (let step = 1; step <= 50; step++) {
            now += 10 * factors[(50 * epoch + step) % factors.length]!;
            left.stepDone(epoch, step, now);
            said.push({ now, seconds: left.seconds(now) ?? 0 });
          }
          now += epoch % every === 0 ? 100 * every : 0;
          left.epochDone(epoch, now);
        }
        for (const share of [0.3, 0.5, 0.7]) {
          const moment = said.find(({ now: then }) => then >= share * now)!;
          const truth = (now - moment.now) / 1000;
          expect(Math.abs(moment.seconds / truth - 1), `${share}`).toBeLessThan(0.15);
        }
      }),
    );
  });

  it('says nothing before it has seen anything', () => {
    const left = new TimeLeft({ initialEpoch: 0, epochs: 5, steps: 100, validationSteps: null }, 0);
    expect(left.seconds(0)).toBeNull();
    left.stepDone(1, 1, 900);
    expect(left.seconds(900)).toBeNull();
  });

  it('does not take the first step, which compiles, for the pace', () => {
    const left = new TimeLeft({ initialEpoch: 0, epochs: 1, steps: 100, validationSteps: null }, 0);
    left.stepDone(1, 1, 5000);
    for (let step = 2; step <= 10; step++) left.stepDone(1, step, 5000 + 10 * step);
    expect(left.seconds(5100)).toBeCloseTo(0.9, 1);
  });

  it('counts the first validation before it was seen, and while it goes on', () => {
    const left = new TimeLeft({ initialEpoch: 0, epochs: 1, steps: 100, validationSteps: 60 }, 0);
    for (let step = 1; step <= 50; step++) left.stepDone(1, step, 10 * step);
    expect(left.seconds(500)).toBeCloseTo(0.7, 6);
    for (let step = 51; step <= 100; step++) left.stepDone(1, step, 10 * step);
    expect(left.seconds(1000)).toBeCloseTo(0.2, 6);
    expect(left.seconds(1150)).toBeCloseTo(0.05, 6);
    expect(left.seconds(2000)).toBe(0);
  });

  it('learns the length of an epoch that the data did not tell', () => {
    const left = new TimeLeft({ initialEpoch: 0, epochs: 3, steps: null, validationSteps: null }, 0);
    for (let step = 1; step <= 10; step++) left.stepDone(1, step, 10 * step);
    expect(left.seconds(100)).toBeNull();
    left.epochDone(1, 100);
    expect(left.seconds(100)).toBeCloseTo(0.2, 6);
  });
});

describe('the output of a script', () => {
  it('keeps every character in its order, whatever the pace', () => {
    const write = fc.record({
      stream: fc.constantFrom<OutputStream>('stdout', 'stderr'),
      text: fc.string(),
      later: fc.nat(200),
    });
    fc.assert(
      fc.property(fc.array(write), writes => {
        let now = 0;
        const sent: [OutputStream, string][] = [];
        const buffer = new OutputBuffer(
          (stream, text) => sent.push([stream, text]),
          () => now,
        );
        for (const { stream, text, later } of writes) {
          now += later;
          buffer.write(stream, text);
        }
        buffer.flush();
        const joined = (pieces: readonly (readonly [string, string])[]) => {
          const runs: [string, string][] = [];
          for (const [stream, text] of pieces) {
            const last = runs.at(-1);
            if (text === '') continue;
            if (last?.[0] === stream) last[1] += text;
            else runs.push([stream, text]);
          }
          return runs;
        };
        expect(joined(sent)).toEqual(joined(writes.map(({ stream, text }) => [stream, text] as const)));
      }),
    );
  });

  it('sends the first text at once and gathers what follows', () => {
    let now = 1000;
    const sent: string[] = [];
    const buffer = new OutputBuffer(
      (_stream, text) => sent.push(text),
      () => now,
    );
    for (let line = 0; line < 1000; line++) buffer.write('stdout', `${line}\n`);
    expect(sent).toEqual(['0\n']);
    now += 1000;
    buffer.flushWhenDue();
    expect(sent).toHaveLength(2);
  });
});

describe('an error of the host about a file', () => {
  it('has the number, the words and the name that Python gives', () => {
    const text = "[Errno 2] No such file or directory: 'data.csv'";
    const { exception } = fileErrorFromText('FileNotFoundError', text, 'data.csv');
    const attributes = exception.attributes!.map;
    expect(exception.cls.name).toBe('FileNotFoundError');
    expect([attributes.get('errno'), attributes.get('strerror'), attributes.get('filename')]).toEqual([
      2,
      'No such file or directory',
      'data.csv',
    ]);
  });
});

describe('a script that takes KeyboardInterrupt', () => {
  /** Runs a script that is stopped at its `n`th turn of a loop, for each n given. */
  async function stoppedAt(text: string, ...turns: number[]) {
    const policy = new RunPolicy();
    let turn = 0;
    policy.rest = () => {
      if (turns.includes(++turn)) policy.stop();
      return null;
    };
    return { ...(await runPython(text, { policy })), turn };
  }

  const endless = `
while True:
    try:
        while True:
            pass
    except KeyboardInterrupt:
        print('no')
    finally:
        print('finally')
`;

  it('is ended for good when it goes on for long', async () => {
    const run = await stoppedAt(endless, 5);
    expect(run.stdout).toBe('no\nfinally\n');
    expect(run.status).toBe(130);
    expect(run.turn).toBeLessThan(TURNS_AFTER_STOP + 20);
  });

  it('is ended for good by a second stop', async () => {
    const run = await stoppedAt(endless, 5, 50);
    expect([run.status, run.turn]).toEqual([130, 50]);
    expect(run.stderr).toContain('KeyboardInterrupt');
  });

  it('may sum up and end of itself', async () => {
    const text = `
try:
    while True:
        pass
except KeyboardInterrupt:
    pass
print(sum(i for i in range(1000)))
`;
    const run = await stoppedAt(text, 5);
    expect([run.stdout, run.status]).toEqual(['499500\n', 0]);
  });
});
