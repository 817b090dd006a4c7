/** What is followed and what is left alone: scripts, other Python files, notebooks whose cells come and go. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('vscode', () => import('./documentsStandIn.ts'));

import type { Finding } from '../../src/analysis/program.ts';
import type { AnalysisOptions } from '../../src/editor/analyser.ts';
import { registerDiagnostics } from '../../src/editor/diagnostics.ts';
import { Documents } from '../../src/editor/documents.ts';
import { finding, program, spanOf } from './analysedProgram.ts';
import {
  cell,
  EventEmitter,
  folders,
  newWindow,
  problems,
  StandInDocument,
  StandInNotebook,
  settings,
  Uri,
  writable,
} from './documentsStandIn.ts';

/** An analyser that takes each `wrong` for a mistake, and keeps what it was given. */
function analyserOf(analysed: { text: string; starts: readonly number[] }[]) {
  return {
    *analysing(text: string, _path: string, { cellStarts, onFindings }: AnalysisOptions) {
      yield;
      analysed.push({ text, starts: cellStarts });
      const findings: Finding[] = [...text.matchAll(/wrong/g)].map(({ index }) =>
        finding(spanOf(text, 'wrong', index)),
      );
      onFindings?.(findings);
      return program({ findings });
    },
  };
}

function openWindow() {
  const analysed: { text: string; starts: readonly number[] }[] = [];
  const loaded = vi.fn(async () => analyserOf(analysed));
  const environment = { version: async () => 'auto', onDidChange: new EventEmitter<void>().event };
  const modules = { of: async () => new Map(), onDidChange: new EventEmitter<void>().event };
  const dataFiles = { glimpsesFor: () => () => null, onDidChange: new EventEmitter<void>().event };
  const log = { trace() {}, error: vi.fn() };
  const documents = new Documents({ analyser: loaded, environment, modules, dataFiles, log } as never);
  const shown = registerDiagnostics(documents);
  return { analysed, loaded, documents, log, close: () => [shown.dispose(), documents.dispose()] };
}

const script = 'import keras\nmodel = keras.Sequential()\n';

let opened: ReturnType<typeof openWindow>;
beforeEach(() => {
  vi.useFakeTimers();
  newWindow();
  opened = openWindow();
});
afterEach(() => {
  opened.close();
  expect(opened.log.error).not.toHaveBeenCalled();
  vi.useRealTimers();
});

/** Lets every timer and promise run that is due. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(5_000);

describe('a Python file that builds no model', () => {
  it('is looked at once, and never analysed', async () => {
    const plain = new StandInDocument('file:///plain.py', 'print(1)\n').open();
    await settle();
    expect(plain.reads).toBe(1);
    expect(opened.loaded).not.toHaveBeenCalled();
    expect(opened.documents.scripts).toEqual([]);
  });

  it('is not looked at while it is typed in, but once in a pause', async () => {
    const plain = new StandInDocument('file:///plain.py', '').open();
    const before = plain.reads;
    for (let count = 1; count <= 100; count++) {
      plain.edit('x'.repeat(count));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(plain.reads).toBe(before);
    await settle();
    expect(plain.reads).toBe(before + 1);
    expect(opened.loaded).not.toHaveBeenCalled();
  });

  it('is followed from when it builds one until it does no more', async () => {
    const file = new StandInDocument('file:///a.py', 'wrong').open();
    await settle();
    file.edit(`${script}wrong`);
    await settle();
    expect(problems.get('file:///a.py')).toEqual(['2:0 Labels do not fit']);
    file.edit('wrong');
    await settle();
    expect(problems.has('file:///a.py')).toBe(false);
    expect(opened.documents.scripts).toEqual([]);
  });
});

describe('other documents', () => {
  it.each([
    ['a file of another language', 'file:///a.txt', 'plaintext'],
    ['a version under source control', 'git:///a.py', 'python'],
    ['the output', 'output:///a.py', 'python'],
    ['the saved text that an edited file is compared with', 'showModifications:///a.py', 'python'],
    ['an earlier version of a file', 'vscode-local-history:///a.py', 'python'],
    ['what an extension shows to read', 'gitlens:///a.py', 'python'],
  ])('leaves %s alone', async (_what, address, language) => {
    const other = new StandInDocument(address, script, language).open();
    other.edit(`${script}\n`);
    await settle();
    expect(other.reads).toBe(0);
    expect(opened.loaded).not.toHaveBeenCalled();
  });
});

describe('documents without a file on this machine', () => {
  it.each(['untitled:Untitled-1', 'vscode-remote:///a.py', 'vscode-vfs:///project/a.py', 'memory:///a.py'])(
    'are followed: %s',
    async address => {
      folders.push({ uri: Uri.parse('vscode-vfs:///project') });
      for (const scheme of ['vscode-remote', 'memory']) writable.add(scheme);
      new StandInDocument(address, script).open();
      await settle();
      expect(opened.analysed.map(({ text }) => text)).toEqual([script]);
    },
  );

  it('are followed once where a version of them is shown beside them', async () => {
    writable.add('git');
    folders.push({ uri: Uri.parse('file:///project') });
    new StandInDocument('git:///project/a.py', `${script}wrong`).open();
    new StandInDocument('file:///project/a.py', script).open();
    await settle();
    expect(opened.analysed.map(({ text }) => text)).toEqual([script]);
    expect([...problems.keys()]).toEqual(['file:///project/a.py']);
  });
});

describe('a script', () => {
  it('is analysed when opened and after edits, with the newest text only', async () => {
    const file = new StandInDocument('file:///a.py', script).open();
    await settle();
    expect(opened.analysed.map(({ text }) => text)).toEqual([script]);
    for (const letter of ['w', 'wr', 'wro', 'wron', 'wrong']) file.edit(script + letter);
    await settle();
    expect(opened.analysed.map(({ text }) => text)).toEqual([script, `${script}wrong`]);
    expect(problems.get('file:///a.py')).toEqual(['2:0 Labels do not fit']);
    file.close();
    expect(problems.size).toBe(0);
  });

  it('shows no findings of codes that are turned off', async () => {
    settings.set('kerascope.diagnostics.ignore', ['label-shape']);
    new StandInDocument('file:///a.py', `${script}wrong`).open();
    await settle();
    expect(problems.get('file:///a.py')).toEqual([]);
  });
});

describe('a notebook', () => {
  const imports = cell('import keras');
  const model = cell('model = keras.Sequential()\nwrong');
  const text = cell('# wrong', 'markdown');
  const shell = cell('wrong', 'shellscript');
  const last = cell('wrong');

  const shown = (): (string[] | undefined)[] =>
    [imports, model, text, shell, last].map(({ document }) => problems.get(document.uri.toString()));

  it('is one program of its Python cells, with each finding in its cell', async () => {
    new StandInNotebook().open(text, imports, shell, model, last);
    await settle();
    expect(opened.analysed.at(-1)).toEqual({
      text: 'import keras\nmodel = keras.Sequential()\nwrong\nwrong',
      starts: [0, 13, 46],
    });
    expect(shown()).toEqual([[], ['1:0 Labels do not fit'], undefined, undefined, ['0:0 Labels do not fit']]);
  });

  it('follows cells that are moved, inserted and deleted', async () => {
    const notebook = new StandInNotebook().open(imports, model, last);
    await settle();
    notebook.change(last, imports, model);
    await settle();
    expect(opened.analysed.at(-1)?.text).toBe('wrong\nimport keras\nmodel = keras.Sequential()\nwrong');
    const inserted = cell('x = 1');
    notebook.change(last, inserted, imports, model);
    await settle();
    expect(opened.analysed.at(-1)?.text).toBe(
      'wrong\nx = 1\nimport keras\nmodel = keras.Sequential()\nwrong',
    );
    notebook.change(inserted, imports, model);
    await settle();
    expect(shown()[4]).toBeUndefined();
    expect(shown()[1]).toEqual(['1:0 Labels do not fit']);
    notebook.close();
    await settle();
    expect(problems.size).toBe(0);
    expect(opened.documents.scripts).toEqual([]);
  });

  it('follows a cell whose language changes', async () => {
    new StandInNotebook().open(imports, model, last);
    await settle();
    last.document.speak('shellscript');
    await settle();
    expect(opened.analysed.at(-1)?.text).toBe('import keras\nmodel = keras.Sequential()\nwrong');
    expect(shown()[4]).toBeUndefined();
    last.document.speak('python');
    await settle();
    expect(shown()[4]).toEqual(['0:0 Labels do not fit']);
  });
});
