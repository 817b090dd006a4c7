/** Where an error of Keras may be taken from: a selection, the clipboard, the terminal, the outputs of a notebook. */
import { commands, env, UIKind, window } from 'vscode';

const ERROR = /Error\b|Traceback|Exception|incompatible|expected/;
const ERROR_OUTPUT = 'application/vnd.code.notebook.error';

function ifError(text: string): string {
  return ERROR.test(text) ? text : '';
}

/** What is selected in the active editor where it looks like an error; a line of code is none. */
export function fromSelection(): string {
  const editor = window.activeTextEditor;
  const text = editor === undefined ? '' : editor.document.getText(editor.selection);
  return /\w(?:Error|Exception|Exit|Interrupt|Warning): |Traceback \(most recent call last\)/.test(text)
    ? text
    : '';
}

/**
 * What the clipboard holds where it looks like an error. In a browser reading it needs a permission, and without that
 * the question would wait until VS Code's complaint is dismissed.
 */
export async function fromClipboard(): Promise<string> {
  return env.uiKind === UIKind.Web ? '' : ifError(await env.clipboard.readText());
}

/** What is selected in the terminal; the clipboard, through which it comes, keeps what it held. */
export async function fromTerminal(): Promise<string> {
  const kept = env.uiKind === UIKind.Web ? null : await env.clipboard.readText();
  await commands.executeCommand('workbench.action.terminal.copySelection');
  const selected = await env.clipboard.readText();
  if (kept !== null) await env.clipboard.writeText(kept);
  return selected;
}

/** The error of the cell that was executed last of those of the active notebook that ended in one. */
export function fromOutputs(): string {
  const cells = window.activeNotebookEditor?.notebook.getCells() ?? [];
  const failed = cells.flatMap(({ outputs, executionSummary }) => {
    const item = outputs.flatMap(output => output.items).find(({ mime }) => mime === ERROR_OUTPUT);
    return item === undefined ? [] : [{ item, order: executionSummary?.executionOrder ?? 0 }];
  });
  const last = failed.reduce<(typeof failed)[number] | null>(
    (latest, cell) => (latest === null || cell.order >= latest.order ? cell : latest),
    null,
  );
  return last === null ? '' : errorText(new TextDecoder().decode(last.item.data));
}

function errorText(json: string): string {
  try {
    const { name, message, stack } = JSON.parse(json) as Record<string, unknown>;
    return typeof stack === 'string' && stack !== '' ? stack : `${String(name)}: ${String(message)}`;
  } catch {
    return '';
  }
}
