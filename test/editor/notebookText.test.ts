import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonOfCell } from '../../src/editor/notebookText.ts';

describe('pythonOfCell', () => {
  it("makes IPython's commands statements without effect", () => {
    expect(pythonOfCell('%matplotlib inline\n!pip install keras\nx = 5 % 3\n  %cd data')).toBe(
      '0#atplotlib inline\n0#ip install keras\nx = 5 % 3\n  0#d data',
    );
    expect(pythonOfCell('?model\nmodel.fit?\n!')).toBe('0#odel\n0#del.fit?\n0');
    expect(pythonOfCell('if colab:\n    !pip install keras\nx = 1')).toBe(
      'if colab:\n    0#ip install keras\nx = 1',
    );
  });

  it('leaves what only looks like a command inside brackets, strings and lines that go on', () => {
    for (const text of [
      'print("loss %f"\n      % loss)',
      'x = a \\\n  % b',
      'text = """\n%matplotlib inline\n!ls\n"""',
      "x = {'a': [1,\n  2], # ]}\n  'b': ')'\n  '%d'\n  % 3}",
      "text = 'it\\'s ('\nx = 1",
    ]) {
      expect(pythonOfCell(text)).toBe(text);
    }
    expect(pythonOfCell('f(1)\n"(" # (\n"""("""\n%cd a')).toBe('f(1)\n"(" # (\n"""("""\n0#d a');
  });

  it('takes lines that begin with a command of IPython for the command', () => {
    expect(
      pythonOfCell('ls ./data/train/\ncd ..\ncd /content/data\npwd\nmkdir -p a\nmatplotlib inline\nwhos'),
    ).toBe('0# ./data/train/\n0# ..\n0# /content/data\n0#d\n0#dir -p a\n0#tplotlib inline\n0#os');
    for (const text of [
      'ls = 3',
      'ls in x',
      'cat(x)',
      'rm, cp = f()',
      'cd.x = 2',
      'man[0]',
      'more is None',
      'less / 2',
      'less /= 2',
      'mv *= 2',
    ])
      expect(pythonOfCell(text)).toBe(text);
  });

  it('ends the indentation that a whole cell has', () => {
    expect(pythonOfCell('  x = 1\n\n  if x:\n    y = 2\nz = 3')).toBe(
      ' \fx = 1\n\n \fif x:\n \f  y = 2\nz = 3',
    );
    expect(pythonOfCell('x = 1\n  y')).toBe('x = 1\n  y');
  });

  it('blanks the further lines of a command', () => {
    expect(pythonOfCell("!pip install a \\\n  it's \\\n  b\nx = 1")).toBe(
      `0#ip install a \\\n${' '.repeat(8)}\n   \nx = 1`,
    );
  });

  it('keeps what is timed', () => {
    expect(pythonOfCell('%time model.fit(x)\n  %timeit f()\n%timeit -n 3 f()\n%time')).toBe(
      '0;    model.fit(x)\n  0;      f()\n0#imeit -n 3 f()\n0#ime',
    );
    expect(pythonOfCell('%time f(1,\n  %x)')).toBe('0;    f(1,\n  %x)');
  });

  it('takes the output of a command for something not known', () => {
    expect(pythonOfCell('files = !ls -l\npath = %pwd\na = b %c\nx %= 3\npip install keras')).toBe(
      'files = _#s -l\npath = _#wd\na = b %c\nx %= 3\n0#p install keras',
    );
  });

  it('keeps the Python under a timing magic, and blanks other languages', () => {
    expect(pythonOfCell('%%time\nx = 1')).toBe('0#time\nx = 1');
    expect(pythonOfCell('%%bash\nls')).toBe('      \n  ');
    expect(pythonOfCell('\n%%html\r\n<b>')).toBe('\n      \r\n   ');
    expect(pythonOfCell('%%python3\nx = 1')).toBe('         \n     ');
    expect(pythonOfCell('%%custom\nPlease draw a cat')).toBe('        \n                 ');
  });

  it('keeps the Python under magics of the notebook itself', () => {
    expect(pythonOfCell('%%backend jax\nimport jax\n\n@jit\ndef f(x):\n    pass\ny.z(1)')).toBe(
      '0#backend jax\nimport jax\n\n@jit\ndef f(x):\n    pass\ny.z(1)',
    );
  });

  it('leaves every line as long as it was', () => {
    const piece = fc.constantFrom(
      ...[
        '%',
        '!',
        '?',
        '%%',
        '\n',
        ' ',
        'x',
        'bash',
        'time',
        '= 1',
        '"',
        '"""',
        '(',
        ')',
        '\\',
        '\r\n',
        '#',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const text = pieces.join('');
        const lengths = (of: string): number[] => of.split('\n').map(line => line.length);
        expect(lengths(pythonOfCell(text))).toEqual(lengths(text));
      }),
    );
  });
});
