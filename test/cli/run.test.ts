import { afterEach, describe, expect, it } from 'vitest';
import { command, temporaryFolder } from './commandLine.ts';

let remove = (): void => {};
afterEach(() => remove());

/** Runs `script.py` in a folder with these files besides. */
async function run(
  script: string | Uint8Array,
  files: Readonly<Record<string, string>> = {},
  words: readonly string[] = ['script.py'],
) {
  const made = temporaryFolder({ 'script.py': script, ...files });
  remove = made.remove;
  return command(['run', ...words], { workingDirectory: made.folder });
}

describe('kerascope run', () => {
  it('prints exactly what the script prints', async () => {
    const result = await run('print("a", 1, [2.5], sep="|")\nprint("no line break", end="")\n');
    expect(result).toEqual({ status: 0, stdout: 'a|1|[2.5]\nno line break', stderr: '' });
  });

  it('prints a traceback to standard error and exits with 1', async () => {
    const { status, stdout, stderr } = await run('print("before")\nraise ValueError("no")\n');
    expect([status, stdout]).toEqual([1, 'before\n']);
    expect(stderr).toBe(
      'Traceback (most recent call last):\n' +
        '  File "script.py", line 2, in <module>\n' +
        '    raise ValueError("no")\n' +
        'ValueError: no\n',
    );
  });

  it('names the layer and the line where a loss became no number', async () => {
    const script = [
      'import numpy as np, keras',
      'from keras.layers import Dense, Lambda',
      'model = keras.Sequential([',
      '    Dense(8),',
      '    Lambda(lambda t: keras.ops.log(t - 9), name="logarithm"),',
      '    Dense(1)])',
      "model.compile('sgd', 'mse')",
      'model.fit(np.ones((8, 2)), np.ones(8), epochs=2, verbose=2)',
    ];
    const { status, stdout, stderr } = await run(script.join('\n'));
    expect(status).toBe(0);
    expect(stdout.match(/loss: nan/g)).toHaveLength(2);
    expect(stderr).toMatch(
      /^script\.py:5: The loss is not a number since epoch 1, step 1: `log` \(logarithm\)/,
    );
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['raise SystemExit', 0, ''],
    ['raise SystemExit(7)', 7, ''],
    ['raise SystemExit("words")', 1, 'words\n'],
  ])('ends with the status of %s', async (script, status, stderr) => {
    expect(await run(script)).toEqual({ status, stdout: '', stderr });
  });

  it('shows a syntax error as Python does', async () => {
    const { status, stderr } = await run('x = 1\nif x\n    print(x)\n');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^ {2}File "script\.py", line 2\n {4}if x\n/);
    expect(stderr).toMatch(/\nSyntaxError: .+\n$/);
  });

  it('imports modules beside the script, and names them in tracebacks', async () => {
    const { stderr } = await run('from package.part import fail\nfail()\n', {
      'package/__init__.py': '',
      'package/part.py': 'def fail():\n    raise KeyError("k")\n',
    });
    expect(stderr).toContain('  File "package/part.py", line 2, in fail\n    raise KeyError("k")\n');
  });

  it('leaves what stands behind the file to the script', async () => {
    const result = await run('import sys\nprint(sys.argv)\n', {}, ['script.py', '--json', '-x']);
    expect(result).toEqual({ status: 0, stdout: "['script.py', '--json', '-x']\n", stderr: '' });
  });

  it('raises KeyboardInterrupt at Ctrl+C, also in an endless loop', async () => {
    const made = temporaryFolder({
      'loop.py': 'print("begun")\ntry:\n    while True:\n        pass\nfinally:\n    print("done")\n',
    });
    remove = made.remove;
    const result = await command(['run', 'loop.py'], {
      workingDirectory: made.folder,
      onOutput: (text, interrupt) => {
        if (text.includes('begun')) setImmediate(interrupt);
      },
    });
    expect(result.status).toBe(130);
    expect(result.stdout).toBe('begun\ndone\n');
    expect(result.stderr).toMatch(/KeyboardInterrupt\n$/);
  });

  it.each([
    [['missing.py'], 'missing.py: there is no such file'],
    [['.'], '.: is a folder'],
    [[], 'run needs a file'],
    [['--backend', 'cuda', 'script.py'], '--backend takes auto, cpu, wasm, not cuda'],
    [['--backend'], '--backend needs a value'],
    [['--fast', 'script.py'], 'unknown option --fast'],
  ])('explains %j with status 2', async (words, text) => {
    const { status, stdout, stderr } = await run('print(1)', {}, words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`kerascope: ${text}`);
  });

  it('names the line that is no UTF-8, and reads what declares its encoding', async () => {
    const latin = Uint8Array.from([...'# x\nprint("'].map(c => c.charCodeAt(0)).concat([0xe9, 0x22, 0x29]));
    const wrong = await run(latin);
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('line 2 is not utf-8 (byte 0xe9)'),
    ]);
    remove();
    const declared = Uint8Array.from([
      ...[...'# -*- coding: latin-1 -*-\n'].map(c => c.charCodeAt(0)),
      ...latin,
    ]);
    expect((await run(declared)).stdout).toBe('é\n');
  });
});
