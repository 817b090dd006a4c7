/** Opens the page of a diagnostic code in the bundled documentation. */
import { commands, env, l10n, Uri, window, workspace } from 'vscode';

/** In the user's language where there is one. */
function candidates(extensionUri: Uri): Uri[] {
  const language = env.language.toLowerCase();
  return [`diagnostics.${language}.md`, 'diagnostics.md'].map(name =>
    Uri.joinPath(extensionUri, 'docs', name),
  );
}

export async function explainFinding(extensionUri: Uri, code: unknown): Promise<void> {
  if (typeof code !== 'string') {
    return;
  }
  for (const page of candidates(extensionUri)) {
    try {
      await workspace.fs.stat(page);
    } catch {
      continue;
    }
    await commands.executeCommand('markdown.showPreview', page.with({ fragment: code }));
    return;
  }
  void window.showErrorMessage(l10n.t('There is no page on {0}.', code));
}
