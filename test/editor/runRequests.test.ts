/** What the panel is told of the script that it could train. */
import { beforeEach, expect, it, vi } from 'vitest';

vi.mock('vscode', () => import('./documentsStandIn.ts'));

import { scriptFrom } from '../../src/editor/notebooks.ts';
import { offerOf } from '../../src/editor/runRequests.ts';
import { cell, newWindow, StandInDocument, StandInNotebook } from './documentsStandIn.ts';

beforeEach(() => newWindow());

it('tells where the Python cells of a notebook begin, counted among all cells', () => {
  const last = cell('model.fit(x, y)');
  new StandInNotebook().open(
    cell('# Title', 'markdown'),
    cell('import keras\nx = 1\n'),
    cell('ls', 'shellscript'),
    last,
  );
  expect(offerOf(scriptFrom(last.document as never), null).cells).toEqual([
    { number: 2, firstLine: 1 },
    { number: 4, firstLine: 4 },
  ]);
});

it('tells of no cells where the script is a file', () => {
  const file = new StandInDocument('file:///a.py', 'import keras\n').open();
  expect(offerOf(scriptFrom(file as never), null)).not.toHaveProperty('cells');
});
