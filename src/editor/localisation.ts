/** Texts in the user's language: VS Code's bundle for what the host shows, a merged map for the panel. */
import { env, l10n, Uri, workspace } from 'vscode';
import { formatMessage, type Message } from '../python/message.ts';

/** A message of the analysis or the editor in the user's language. */
export function localise(text: Message): string {
  return formatMessage(text, template => l10n.t(template));
}

/** `zh-cn` for `zh-CN`; the names of the bundles in `l10n/`. */
function languageTag(): string {
  return env.language.toLowerCase();
}

/** English template -> translation for the panel and the worker; empty in English, or where a bundle is missing. */
export async function panelStrings(extensionUri: Uri): Promise<Record<string, string>> {
  if (languageTag() === 'en' || languageTag().startsWith('en-')) {
    return {};
  }
  const file = Uri.joinPath(extensionUri, 'l10n', `panel.${languageTag()}.json`);
  const own = await workspace.fs.readFile(file).then(
    bytes => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>,
    () => ({}),
  );
  return { ...plainTexts(l10n.bundle), ...own };
}

/** VS Code's bundle, whose entries may carry a comment beside the text. */
function plainTexts(bundle: typeof l10n.bundle): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(bundle ?? {})) {
    texts[key] = typeof value === 'string' ? value : (value as { message: string }).message;
  }
  return texts;
}
