/** Shows a place of a script in a text editor or a notebook's cell, in the column where it already is. */
import {
  type NotebookDocument,
  NotebookRange,
  type Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { notebookAt } from './notebooks.ts';

function editorOf(uri: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
}

export async function revealPlace(uri: Uri, range: Range): Promise<void> {
  const notebook = notebookAt(uri);
  if (notebook !== null) {
    return revealInCell(notebook, uri, range);
  }
  const document = await workspace.openTextDocument(uri);
  const viewColumn = editorOf(uri)?.viewColumn ?? ViewColumn.One;
  const editor = await window.showTextDocument(document, { viewColumn, selection: range });
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function revealInCell(notebook: NotebookDocument, cellUri: Uri, range: Range): Promise<void> {
  const index = notebook
    .getCells()
    .findIndex(({ document }) => document.uri.toString() === cellUri.toString());
  const shown = window.visibleNotebookEditors.find(editor => editor.notebook === notebook);
  await window.showNotebookDocument(notebook, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    selections: [new NotebookRange(index, index + 1)],
  });
  const editor = editorOf(cellUri);
  if (editor) {
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
