/** The command that takes a pasted error of Keras and leads to the line it is about. */
import { env, l10n, UIKind, type Uri, window } from 'vscode';
import type { AnalysedProgram } from '../analysis/program.ts';
import type { TracebackAnswer } from '../analysis/tracebacks/index.ts';
import type { Documents } from './documents.ts';
import { explainFinding } from './findingPages.ts';
import { localise } from './localisation.ts';
import { revealPlace } from './reveal.ts';
import type { Script } from './scripts.ts';

/**
 * What the clipboard holds when it looks like an error. In a browser reading it needs a permission, and without that
 * the question would wait until VS Code's complaint is dismissed.
 */
async function fromClipboard(): Promise<string> {
  if (env.uiKind === UIKind.Web) return '';
  const text = await env.clipboard.readText();
  return /Error|Traceback|incompatible|expected/.test(text) ? text : '';
}

/** Asks for the error; an input box holds one line, so the clipboard's lines stand in it joined. */
async function askForError(): Promise<string | null> {
  const copied = await fromClipboard();
  const joined = copied.replace(/\s*\n\s*/g, ' ');
  const answer = await window.showInputBox({
    title: l10n.t('Explain Traceback'),
    prompt: l10n.t('Paste the error of Keras or TensorFlow'),
    placeHolder: l10n.t('The whole traceback, or its last line.'),
    value: joined,
    ignoreFocusOut: true,
  });
  if (answer === undefined || answer.trim() === '') return null;
  return answer === joined ? copied : answer;
}

function sentence(answer: TracebackAnswer): string {
  if (answer.kind === 'finding') return localise(answer.finding.message);
  if (answer.kind === 'known')
    return l10n.t('{0} The script as it stands does not raise it here.', localise(answer.family.advice));
  return answer.line === null
    ? l10n.t('Kerascope does not know this error.')
    : l10n.t('Kerascope does not know this error. It was raised in line {0}.', answer.line);
}

async function show(answer: TracebackAnswer, script: Script, extensionUri: Uri): Promise<void> {
  const place =
    answer.kind === 'finding'
      ? script.locate(answer.finding.span)
      : answer.line === null
        ? null
        : script.locateLine(answer.line);
  if (place !== null) await revealPlace(place.uri, place.range);
  const code =
    answer.kind === 'finding' ? answer.finding.code : answer.kind === 'known' ? answer.family.codes[0] : null;
  const page = l10n.t('Show the Page');
  const choice = await window.showInformationMessage(sentence(answer), ...(code === null ? [] : [page]));
  if (choice === page) await explainFinding(extensionUri, code);
}

const nothingKnown: Pick<AnalysedProgram, 'findings'> = { findings: [] };

/** Without a script the error is explained all the same. */
export async function explainTracebackCommand(
  script: Script | null,
  documents: Documents,
  extensionUri: Uri,
): Promise<void> {
  const pasted = await askForError();
  if (pasted === null) return;
  const { explainTraceback } = await import('../analysis/tracebacks/index.ts');
  const first = script?.documents[0];
  const program = first === undefined ? null : ((await documents.analysed(first))?.program ?? null);
  const answer = explainTraceback(pasted, script?.name ?? '', script?.text() ?? '', program ?? nothingKnown);
  if (script !== null) return show(answer, script, extensionUri);
  await window.showInformationMessage(sentence(answer));
}
