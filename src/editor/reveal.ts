/** Shows a place of a script in a text editor, in the column where the script already is. */
import { type Range, TextEditorRevealType, type Uri, ViewColumn, window, workspace } from 'vscode';

function columnOf(uri: Uri): ViewColumn {
  const shown = window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
  return shown?.viewColumn ?? ViewColumn.One;
}

export async function revealPlace(uri: Uri, range: Range): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, { viewColumn: columnOf(uri), selection: range });
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
