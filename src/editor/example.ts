/** Opens the first example as a new, unsaved file, so that a newcomer has something to train. */
import { l10n, Uri, ViewColumn, window, workspace } from 'vscode';

const EXAMPLE = ['examples', 'categorical_crossentropy.py'];

export async function openExample(extensionUri: Uri): Promise<void> {
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, ...EXAMPLE));
    const document = await workspace.openTextDocument({
      language: 'python',
      content: new TextDecoder().decode(bytes),
    });
    await window.showTextDocument(document, ViewColumn.One);
  } catch {
    void window.showErrorMessage(l10n.t('The example could not be opened.'));
  }
}
