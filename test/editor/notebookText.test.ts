import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonOfCell } from '../../src/editor/notebookText.ts';

describe('pythonOfCell', () => {
  it("makes IPython's commands comments", () => {
    expect(pythonOfCell('%matplotlib inline\n!pip install keras\nx = 5 % 3\n  %cd data')).toBe(
      '#matplotlib inline\n#pip install keras\nx = 5 % 3\n  #cd data',
    );
    expect(pythonOfCell('?model\nmodel.fit?\n')).toBe('#model\n#odel.fit?\n');
  });

  it('keeps what is timed', () => {
    expect(pythonOfCell('%time model.fit(x)\n  %timeit f()\n%timeit -n 3 f()\n%time')).toBe(
      '0;    model.fit(x)\n  0;      f()\n#timeit -n 3 f()\n#time',
    );
  });

  it('takes the output of a command for something not known', () => {
    expect(pythonOfCell('files = !ls -l\npath = %pwd\na = b %c\nx %= 3\npip install keras')).toBe(
      'files = _#s -l\npath = _#wd\na = b %c\nx %= 3\n#ip install keras',
    );
  });

  it('keeps the Python under a timing magic, and blanks other languages', () => {
    expect(pythonOfCell('%%time\nx = 1')).toBe('#%time\nx = 1');
    expect(pythonOfCell('%%bash\nls')).toBe('      \n  ');
  });

  it('leaves every line as long as it was', () => {
    const piece = fc.constantFrom('%', '!', '?', '%%', '\n', ' ', 'x', 'bash', 'time', '= 1');
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const text = pieces.join('');
        const lengths = (of: string): number[] => of.split('\n').map(line => line.length);
        expect(lengths(pythonOfCell(text))).toEqual(lengths(text));
      }),
    );
  });
});
