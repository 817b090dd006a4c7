/** The commands that take an error of Keras, wherever it is shown, and lead to the line it is about. */
import { l10n, type Uri, window } from 'vscode';
import type { AnalysedProgram } from '../analysis/program.ts';
import type { TracebackAnswer } from '../analysis/tracebacks/index.ts';
import type { Documents } from './documents.ts';
import { fromClipboard, fromOutputs, fromSelection, fromTerminal } from './errorSources.ts';
import { explainFinding } from './findingPages.ts';
import { localise } from './localisation.ts';
import { revealPlace } from './reveal.ts';
import type { Script } from './scripts.ts';
import { plainText } from './wording.ts';

export interface TracebackServices {
  readonly documents: Documents;
  readonly extensionUri: Uri;
  /** The script that is worked on, if one is. */
  readonly script: Script | null;
}

/** Asks for the error; an input box holds one line, so the lines of what is offered stand in it joined. */
async function askForError(offered: string): Promise<string | null> {
  const joined = offered.replace(/\s*\n\s*/g, ' ');
  const answer = await window.showInputBox({
    title: l10n.t('Explain Traceback'),
    prompt: l10n.t('Paste the error of Keras or TensorFlow'),
    placeHolder: l10n.t('The whole traceback, or its last line.'),
    value: joined,
    ignoreFocusOut: true,
  });
  if (answer === undefined || answer.trim() === '') return null;
  return answer === joined ? offered : answer;
}

function sentence(answer: TracebackAnswer): string {
  if (answer.kind === 'finding') return localise(answer.finding.message);
  const { numbers } = answer;
  const said = numbers === null ? '' : localise(numbers);
  if (answer.kind === 'known') {
    const advice = said === '' ? localise(answer.family.advice) : `${said} ${localise(answer.family.advice)}`;
    return l10n.t('{0} The script as it stands does not raise it here.', advice);
  }
  if (said !== '') return said;
  return answer.line === null
    ? l10n.t('Kerascope does not know this error.')
    : l10n.t('Kerascope does not know this error. It was raised in line {0}.', answer.line);
}

async function show(answer: TracebackAnswer, script: Script | null, extensionUri: Uri): Promise<void> {
  const place =
    script === null
      ? null
      : answer.kind === 'finding'
        ? script.locate(answer.finding.span)
        : answer.line === null
          ? null
          : script.locateLine(answer.line);
  if (place !== null) await revealPlace(place.uri, place.range);
  const code =
    answer.kind === 'finding' ? answer.finding.code : answer.kind === 'known' ? answer.family.codes[0] : null;
  const page = l10n.t('Show the Page');
  const choice = await window.showInformationMessage(
    plainText(sentence(answer)),
    ...(code === null ? [] : [page]),
  );
  if (choice === page) await explainFinding(extensionUri, code);
}

const nothingKnown: Pick<AnalysedProgram, 'findings'> = { findings: [] };

/** How much an answer says of the script. */
function weight(answer: TracebackAnswer): number {
  if (answer.kind === 'finding') return 3;
  return answer.line === null ? (answer.kind === 'known' ? 1 : 0) : 2;
}

/** Explains an error by the script it speaks of: the one that is worked on, else another that is open. */
async function explain(
  pasted: string,
  { script, documents, extensionUri }: TracebackServices,
): Promise<void> {
  const { explainTraceback } = await import('../analysis/tracebacks/index.ts');
  const others = documents.scripts.filter(other => other !== script);
  let best: { answer: TracebackAnswer; script: Script | null } = {
    answer: explainTraceback(pasted, '', '', nothingKnown),
    script: null,
  };
  for (const candidate of script === null ? others : [script, ...others]) {
    const first = candidate.documents[0];
    const program = first === undefined ? null : ((await documents.analysed(first))?.program ?? null);
    const answer = explainTraceback(pasted, candidate.name, candidate.text(), program ?? nothingKnown);
    // What is found in a script that the error does not name is worth nothing, unless that is the one worked on.
    const counts = candidate === script || answer.isNamed;
    if (counts && weight(answer) > weight(best.answer)) best = { answer, script: candidate };
  }
  await show(best.answer, best.script, extensionUri);
}

/** Takes a selected error as it is, else asks, offering what the clipboard or a notebook's output holds. */
export async function explainTracebackCommand(services: TracebackServices): Promise<void> {
  const selected = fromSelection();
  const pasted = selected !== '' ? selected : await askForError((await fromClipboard()) || fromOutputs());
  if (pasted !== null) await explain(pasted, services);
}

/** Explains what is selected in the terminal. */
export async function explainTerminalCommand(services: TracebackServices): Promise<void> {
  const selected = await fromTerminal();
  const pasted = selected !== '' ? selected : await askForError('');
  if (pasted !== null) await explain(pasted, services);
}
