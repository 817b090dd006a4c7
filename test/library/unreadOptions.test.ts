/** Options of libraries that are written in Python: each is read, has no effect by its nature, or is refused by name. */
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../src/analysis/index.ts';
import { allLibraries } from '../../src/library/index.ts';
import { allParameters, resolveScopes } from '../../src/python/evaluate/scopes.ts';
import type { LibraryModule } from '../../src/python/modules.ts';
import { walk } from '../../src/python/syntax.ts';
import { runPython, testParser } from '../python/run.ts';

const parser = await testParser();

/** The libraries that keep the rule: everything of them that is written in Python. */
const FAMILIES =
  /^(matplotlib|mpl_toolkits|cycler|seaborn|pandas|sklearn|scipy|scikeras|keras\.wrappers|PIL)(\.|$)/;

/** Functions with names of their own that scripts call all the same. */
const CALLED = new Set(['__init__', '__new__', '__call__']);

const modules = [...new Set(allLibraries().values())].filter(
  (each): each is LibraryModule & { source: string } => each.source !== undefined,
);

interface Unread {
  readonly title: string;
  readonly name: string;
  readonly isOptional: boolean;
}

/** What public functions of a module take and never read. */
function unreadOf(source: string): Unread[] {
  const { module } = parser.parse(source);
  const scopes = resolveScopes(module);
  const found: Unread[] = [];
  walk(module, node => {
    if (node.kind !== 'FunctionDef') return true;
    const scope = scopes.get(node)!;
    const isNested = scope.name.includes('<locals>');
    const refuses = source
      .slice(node.span.start.offset, node.span.end.offset)
      .includes('NotImplementedError');
    if (isNested || scope.used.has('locals') || (node.name.startsWith('_') && !CALLED.has(node.name)))
      return true;
    const { args } = node;
    const first = args.args.length - args.defaults.length;
    const optional = new Set([
      ...args.args.slice(first),
      ...args.kwonlyargs.filter((_, index) => args.kw_defaults[index] !== null),
      ...[args.vararg, args.kwarg].filter(each => each !== null),
    ]);
    for (const arg of allParameters(args)) {
      if (arg.arg === 'self' || arg.arg === 'cls') continue;
      if (scope.used.has(arg.arg) || scope.ownCells.includes(arg.arg)) continue;
      found.push({ title: scope.name, name: arg.arg, isOptional: refuses || optional.has(arg) });
    }
    return true;
  });
  return found;
}

describe('options of libraries written in Python', () => {
  it('is a rule of every library around Keras', () => {
    const open = modules.filter(
      ({ name, withoutEffect }) => FAMILIES.test(name) && withoutEffect === undefined,
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('demands nothing that is not read', () => {
    const swallowed = modules
      .filter(({ withoutEffect }) => withoutEffect !== undefined)
      .flatMap(({ name: module, source, withoutEffect }) => {
        const known = new Set(withoutEffect);
        return unreadOf(source)
          .filter(
            ({ isOptional, name, title }) =>
              !isOptional && !known.has(name) && !known.has(`${title}.${name}`),
          )
          .map(({ title, name }) => `${module}: ${title}(${name})`);
      });
    expect(swallowed).toEqual([]);
  });

  it('lists as without effect only what is there and never read', () => {
    // Modules of one library share a list.
    const lists = new Map<readonly string[], Set<string>>();
    for (const { source, withoutEffect } of modules) {
      if (withoutEffect === undefined) continue;
      const known = lists.get(withoutEffect) ?? new Set<string>();
      for (const { title, name } of unreadOf(source)) known.add(name).add(`${title}.${name}`);
      lists.set(withoutEffect, known);
    }
    const stale = [...lists].flatMap(([list, known]) => list.filter(each => !known.has(each)));
    expect(stale).toEqual([]);
  });

  it('refuses by its name what is never read, and takes its default', async () => {
    const body = (call: string) => `import pandas as pd\ns = pd.Series([1, 2, 4])\n${call}\nprint('after')\n`;
    const libraries = allLibraries();
    const fine = await runPython(body('s.add(1, fill_value=None).map(str, na_action=None)'), { libraries });
    expect([fine.stderr, fine.stdout]).toEqual(['', 'after\n']);
    const refused = await runPython(body('s.add(1, fill_value=0)'), { libraries });
    expect(refused.stderr).toMatch(
      /NotImplementedError: pandas\.Series\.add\(fill_value=\.\.\.\) is not supported by Kerascope yet\n$/,
    );
    const keyword = await runPython(body('s.to_string(max_rows=2)'), { libraries });
    expect(keyword.stderr).toContain('pandas.Series.to_string(max_rows=...) is not supported');
    const program = followProgram(parser, body('x = s.add(1, fill_value=0)'), 'script.py', {
      kerasVersion: 'auto',
    });
    expect(program.program.findings).toEqual([]);
  });

  it('names methods after the class that scripts know', async () => {
    const run = (body: string) =>
      runPython(`import matplotlib.pyplot as plt\n${body}\n`, { libraries: allLibraries() });
    const { stderr } = await run('plt.subplots()[1].boxplot([1, 2], colour=1)');
    expect(stderr).toMatch(/TypeError: Axes\.boxplot\(\) got an unexpected keyword argument 'colour'\n$/);
    const short = await run('plt.boxplot([1, 2], colour=1)');
    expect(short.stderr).toMatch(/TypeError: boxplot\(\) got an unexpected keyword argument 'colour'\n$/);
    const missing = await run('plt.subplots()[1].axhspan(1)');
    expect(missing.stderr).toMatch(
      /TypeError: Axes\.axhspan\(\) missing 1 required positional argument: 'ymax'\n$/,
    );
  });
});
