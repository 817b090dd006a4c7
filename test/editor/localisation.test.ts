import { describe, expect, it } from 'vitest';
import { bundleFaults, extract, manifestFaults, repositoryFaults } from '../../scripts/check-l10n.ts';

const IMPORT = `import { message } from '../python/message.ts';`;
const texts = (source: string): string[] => extract(IMPORT + source, 'a.ts').texts.map(({ text }) => text);

describe('the extraction of texts', () => {
  it('finds literals, joined ones, and their lines', () => {
    const source = `${IMPORT}\nl10n.t('One {0}', 1);\nreturn message(\n  'two ' +\n    "it's",\n  3,\n);`;
    expect(extract(source, 'a.ts').texts).toEqual([
      { text: 'One {0}', file: 'a.ts', line: 2 },
      { text: "two it's", file: 'a.ts', line: 3 },
    ]);
  });

  it('reads escapes and templates without values', () => {
    expect(texts("message(`a`); message('it\\'s\\n');")).toEqual(['a', "it's\n"]);
  });

  it('passes over comments, strings, definitions and other names', () => {
    expect(
      texts(`// message('a')\n/** l10n.t('b') */ const s = "message('c')"; function message(template) {}
        error.message('d'); mymessage('e'); l10n.t(template);`),
    ).toEqual([]);
  });

  it('finds calls in the values of templates and after regular expressions', () => {
    const value = '$' + "{message('b')}";
    expect(texts(`x.replace(/[\`'"]/g, y); const a = \`it's ${value} '\`; message('c')`)).toEqual(['b', 'c']);
    expect(texts("a = b / c; message('d'); e = f / g;")).toEqual(['d']);
  });

  it('passes over functions of the same name that make no texts', () => {
    expect(extract("message('a')", 'a.ts').texts).toEqual([]);
  });

  it('names calls whose text is not a literal', () => {
    const value = '$' + '{name}';
    const source = `${IMPORT} const a = message(\`is ${value}\`);\nl10n.t(text);\nmessage(b ? "c" : "d")`;
    expect(extract(source, 'a.ts').faults).toHaveLength(3);
  });
});

describe('the comparison with translations', () => {
  const used = [{ text: 'Layer {0}', file: 'a.ts', line: 1 }];

  it('finds what is missing, unused or has other placeholders', () => {
    expect(bundleFaults(used, { 'Layer {0}': '第 {0} 层' })).toEqual([]);
    expect(bundleFaults(used, {})).toHaveLength(1);
    expect(bundleFaults(used, { 'Layer {0}': '层' })).toHaveLength(1);
    expect(bundleFaults(used, { 'Layer {0}': '{0}', Old: '旧' })).toHaveLength(1);
  });

  it('compares the keys of package.json', () => {
    expect(manifestFaults('{"title": "%a%"}', { one: { a: 'A' }, two: { b: 'B' } })).toEqual([
      'two lacks a',
      'two has b, which package.json does not use',
    ]);
  });
});

describe('the texts of this repository', () => {
  it('are all translated', async () => {
    expect(await repositoryFaults()).toEqual([]);
  });
});
