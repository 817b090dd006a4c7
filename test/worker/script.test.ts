import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DrivenWorker, WorkerHarness } from './harness.ts';

let harness: WorkerHarness;
let worker: DrivenWorker;

beforeAll(async () => {
  harness = await WorkerHarness.start();
});
afterAll(() => harness.stop());
afterEach(() => worker.close());

describe('a script in the worker', () => {
  it('prints exactly what Python prints, and ends', async () => {
    worker = await harness.worker();
    const said = await worker.run('for i in range(3):\n    print(i, end=" ")\nprint("äöü\\t中文")\n');
    expect(said.text()).toBe('0 1 2 äöü\t中文\n');
    expect(said.messages[0]).toMatchObject({ type: 'started' });
    expect(said.last('finished')).toMatchObject({ status: 'finished', reason: '' });
    expect(said.messages.at(-1)?.type).toBe('finished');
  });

  it('gives each run its own program, one after the other', async () => {
    worker = await harness.worker();
    await worker.run('x = 1\n');
    const said = await worker.run('print(x)\n');
    expect(said.last('traceback')).toMatchObject({
      exception: 'NameError',
      message: "name 'x' is not defined",
    });
    expect((await worker.run('print(2)\n')).text()).toBe('2\n');
  });

  it('reports an exception with its frames, outermost first, and the text Python prints', async () => {
    worker = await harness.worker();
    const said = await worker.run('def f(a):\n    return a / 0\n\nf(1)\n');
    const text = [
      'Traceback (most recent call last):',
      '  File "project/script.py", line 4, in <module>',
      '    f(1)',
      '  File "project/script.py", line 2, in f',
      '    return a / 0',
      '           ~~^~~',
      'ZeroDivisionError: division by zero',
      '',
    ].join('\n');
    expect(said.last('traceback')).toMatchObject({
      exception: 'ZeroDivisionError',
      message: 'division by zero',
      text,
      frames: [
        { path: 'project/script.py', line: 4, function: '<module>' },
        { path: 'project/script.py', line: 2, function: 'f' },
      ],
    });
    expect(said.text('stderr')).toBe(text);
    expect(said.last('finished')?.status).toBe('failed');
  });

  it('names the place of a syntax error', async () => {
    worker = await harness.worker();
    const said = await worker.run('x = 1\nprint "two"\n');
    const traceback = said.last('traceback');
    expect(traceback?.exception).toBe('SyntaxError');
    expect(traceback?.frames).toEqual([{ path: 'project/script.py', line: 2, function: '<module>' }]);
    expect(traceback?.suggestions).not.toEqual([]);
  });

  it('says what to do about a module that is not provided', async () => {
    worker = await harness.worker();
    const said = await worker.run('import xgboost\n');
    expect(said.last('traceback')).toMatchObject({ exception: 'ModuleNotFoundError' });
    expect(said.last('traceback')?.suggestions.join(' ')).toContain('Replace or leave out');
  });

  it('imports modules beside the script, through the host', async () => {
    worker = await harness.worker();
    const files = { 'helper.py': 'def double(x):\n    return 2 * x\n' };
    const runId = await worker.start('import helper\nprint(helper.double(21))\n', {}, files);
    const said = await worker.untilFinished(runId);
    expect(said.text()).toBe('42\n');
  });

  it('stops in an endless loop, past "except Exception" and through "finally"', async () => {
    worker = await harness.worker();
    const source = [
      'try:',
      '    while True:',
      '        try:',
      '            print("turn") if not globals().get("seen") else None',
      '            seen = True',
      '        except Exception:',
      '            pass',
      'finally:',
      '    print("cleaned up")',
      'print("never")',
    ].join('\n');
    const runId = await worker.start(source);
    await worker.next('output');
    await worker.send({ type: 'stop', runId });
    const said = await worker.untilFinished(runId);
    expect(said.last('finished')?.status).toBe('stopped');
    expect(said.text()).toBe('turn\ncleaned up\n');
    expect(said.all('traceback')).toEqual([]);
    expect((await worker.run('print("next")\n')).text()).toBe('next\n');
  });

  it('pauses and goes on', async () => {
    worker = await harness.worker();
    const runId = await worker.start('i = 0\nprint("go")\nwhile i < 10**9:\n    i += 1\n');
    await worker.next('output');
    await worker.send({ type: 'pause', runId });
    await worker.next('paused');
    await worker.send({ type: 'resume', runId });
    await worker.next('resumed');
    await worker.send({ type: 'stop', runId });
    const said = await worker.untilFinished(runId);
    expect(
      said.messages.map(({ type }) => type).filter(type => /paused|resumed|finished/.test(type)),
    ).toEqual(['paused', 'resumed', 'finished']);
  });

  it('gives signs of life in a long loop', async () => {
    worker = await harness.worker();
    const runId = await worker.start('while True:\n    pass\n');
    expect(await worker.next('heartbeat')).toEqual({ type: 'heartbeat', runId });
  });

  it('ends with the status that sys.exit asked for', async () => {
    worker = await harness.worker();
    const said = await worker.run('raise SystemExit(3)\n');
    expect(said.last('finished')).toMatchObject({ status: 'failed' });
    expect(said.last('finished')?.reason).toContain('3');
    expect((await worker.run('raise SystemExit\n')).last('finished')?.status).toBe('finished');
  });

  it('does not let a flood of prints become a flood of messages', async () => {
    worker = await harness.worker();
    const said = await worker.run('for i in range(20000):\n    print(i)\n');
    expect(said.text().split('\n')).toHaveLength(20001);
    expect(said.all('output').length).toBeLessThan(200);
  });

  it('drops what is no message, and says so', async () => {
    worker = await harness.worker();
    await worker.send({ type: 'dance' } as never);
    expect((await worker.next('log')).text).toContain('dance');
    expect((await worker.run('print(1)\n')).text()).toBe('1\n');
  });
});
