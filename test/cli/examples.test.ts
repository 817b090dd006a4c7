import { describe, expect, it } from 'vitest';
import { command } from './commandLine.ts';

/** Progress lines are drawn over each other; this is what stands at the end of each line. */
function lastDrawn(text: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told colours and overwriting by them
  const plain = text.replace(/\u001b\[\d+m|\u0008/g, '');
  return plain.split('\n').map(line => line.split('\r').at(-1)!.trimEnd());
}

describe('the examples on the command line', () => {
  it.each(['auto', 'cpu', 'wasm'])('train on %s with the lines that Keras prints', async backend => {
    const words = ['run', '--backend', backend, 'examples/categorical_crossentropy.py'];
    const { status, stdout, stderr } = await command(words);
    expect([status, stderr]).toEqual([0, '']);
    const lines = lastDrawn(stdout);
    expect(lines).toHaveLength(21);
    for (let epoch = 1; epoch <= 10; epoch++) {
      expect(lines[2 * epoch - 2]).toBe(`Epoch ${epoch}/10`);
      expect(lines[2 * epoch - 1]).toMatch(
        /^4\/4 ━{20} \d+s \d+(us|ms|s)\/step - accuracy: 0\.\d{4} - loss: \d\.\d{4}$/,
      );
    }
  });

  it('find every label mistake at its place and exit with 1', async () => {
    const { status, stdout } = await command(['check', '--json', 'examples/label_mistakes.py']);
    const findings = JSON.parse(stdout) as {
      code: string;
      severity: string;
      range: { start: { line: number } };
    }[];
    expect(status).toBe(1);
    expect(findings.map(({ code, severity, range }) => [range.start.line, severity, code])).toEqual([
      [17, 'error', 'label-shape'],
      [25, 'error', 'label-shape'],
      [30, 'warning', 'crossentropy-on-logits'],
      [39, 'warning', 'from-logits-after-softmax'],
      [48, 'error', 'unknown-argument'],
      [56, 'warning', 'softmax-single-unit'],
    ]);
  });

  it('are clean where nothing is wrong', async () => {
    const { status, stdout } = await command(['check', 'examples/categorical_crossentropy.py']);
    expect([status, stdout]).toEqual([0, 'Files: 1. Errors: 0. Warnings: 0. Notes: 0.\n']);
  });

  it('are told in Chinese where the system is Chinese', async () => {
    const { stdout } = await command(['check', 'examples/temperature_scaling.py'], {
      variables: { LANG: 'zh_CN.UTF-8' },
    });
    expect(stdout).toContain('提示');
  });

  it('show their layers, shapes and parameters', async () => {
    const { stdout } = await command(['inspect', '--json', 'examples/categorical_crossentropy.py']);
    const { models, fits, unknown } = JSON.parse(stdout);
    expect(models).toHaveLength(1);
    expect(models[0]).toMatchObject({
      name: 'model',
      line: 14,
      params: 451,
      loss: 'categorical_crossentropy',
      optimizer: 'adam',
    });
    const dense = models[0].layers.filter((layer: { class: string }) => layer.class === 'Dense');
    expect(dense).toMatchObject([
      { line: 15, outputShape: [null, 32], params: 352 },
      { line: 16, outputShape: [null, 3], params: 99 },
    ]);
    expect(fits).toMatchObject([{ line: 19, x: { shape: [100, 10] }, y: { shape: [100, 3] } }]);
    expect(unknown).toEqual([]);
  });
});
