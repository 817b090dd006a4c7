import { describe, expect, it } from 'vitest';
import { collectLocalModules, importedNames } from '../../src/execution/sessionModules.ts';
import type { LibraryModule } from '../../src/python/modules.ts';
import { loadParser } from '../python/parse/loadParser.ts';

const parser = await loadParser();
const library = (name: string): [string, LibraryModule] => [name, { name, entries: () => [] }];
const libraries = new Map([library('numpy'), library('keras')]);

/** Collects what a script imports from files that are given as texts; returns name -> path. */
async function collected(script: string, files: Record<string, string>) {
  const paths = Object.keys(files);
  const read: string[] = [];
  const modules = await collectLocalModules(
    parser.parse(script).module,
    {
      list: async folder => {
        const inside = paths.filter(path => folder === '' || path.startsWith(`${folder}/`));
        const rest = inside.map(path => path.slice(folder === '' ? 0 : folder.length + 1));
        return inside.length === 0 ? null : new Set(rest.map(path => path.split('/')[0]!));
      },
      text: async path => {
        read.push(path);
        return files[path] ?? null;
      },
      shown: path => `project/${path}`,
    },
    text => parser.parse(text),
    libraries,
  );
  return { found: Object.fromEntries([...modules].map(([name, { path }]) => [name, path])), read };
}

describe('imported names', () => {
  const names = (text: string, inside = '') => [...importedNames(parser.parse(text).module, inside)];

  it('are found in functions and branches too, parents first', () => {
    const script = 'import a.b as c\ndef f():\n  if x:\n    from d import e\n';
    expect(names(script)).toEqual(['a', 'a.b', 'd', 'd.e']);
  });

  it('start from the package where they are relative', () => {
    expect(names('from . import x\nfrom ..y import z\n', 'p.q')).toEqual([
      'p',
      'p.q',
      'p.q.x',
      'p.y',
      'p.y.z',
    ]);
  });
});

describe('local modules', () => {
  it('are followed through each other and through packages', async () => {
    const { found } = await collected('import model\nfrom data import load\nimport numpy\n', {
      'model.py': 'from data.shapes import size\nimport keras',
      'data/__init__.py': 'from . import load',
      'data/load.py': '',
      'data/shapes.py': '',
      'other.py': '',
    });
    expect(found).toEqual({
      model: 'project/model.py',
      data: 'project/data/__init__.py',
      'data.load': 'project/data/load.py',
      'data.shapes': 'project/data/shapes.py',
    });
  });

  it('hide a library of the same name, as the first entry of sys.path does', async () => {
    const { found } = await collected('import numpy', { 'numpy.py': 'x = 1' });
    expect(found).toEqual({ numpy: 'project/numpy.py' });
  });

  it('may be folders without __init__.py, but not of the name of a library', async () => {
    const files = { 'keras/note.py': '', 'tools/plot.py': '' };
    const { found } = await collected('import keras\nfrom tools import plot', files);
    expect(found).toEqual({ tools: 'project/tools/__init__.py', 'tools.plot': 'project/tools/plot.py' });
  });

  it('end where they import each other in a circle', async () => {
    const { found } = await collected('import a', { 'a.py': 'import b', 'b.py': 'import a' });
    expect(Object.keys(found)).toEqual(['a', 'b']);
  });

  it('cost no reading of files that are not there', async () => {
    const { read } = await collected('import numpy, keras, missing', { 'other.py': '' });
    expect(read).toEqual([]);
  });
});
