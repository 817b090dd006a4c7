/** Writes a fitted temperature into the script, where its number stands. */
import { l10n, Range, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { SourceRange, WriteTemperatureMessage } from '../protocol.ts';
import { revealPlace } from './reveal.ts';
import { findTemperature, isNumber, temperatureLiteral } from './temperatureInCode.ts';

function rangeOf({ line, column, endLine, endColumn }: SourceRange): Range {
  return new Range(line - 1, column, endLine - 1, endColumn);
}

/** The number's place: the one that the run told, if a number still stands there, else the one that is found. */
function placeOf(document: TextDocument, told: SourceRange | null): Range | 'none' | 'several' {
  const range = told === null ? null : document.validateRange(rangeOf(told));
  if (range !== null && isNumber(document.getText(range))) {
    return range;
  }
  const found = findTemperature(document.getText());
  return found.found
    ? new Range(document.positionAt(found.start), document.positionAt(found.end))
    : found.reason;
}

export async function writeTemperature(uri: Uri, message: WriteTemperatureMessage): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const literal = temperatureLiteral(message.value);
  const place = placeOf(document, message.range);
  if (place === 'none') {
    void window.showInformationMessage(
      l10n.t(
        'The script has no temperature to change. Divide the logits of {0} by {1} before its softmax.',
        message.model,
        literal,
      ),
    );
    return;
  }
  if (place === 'several') {
    void window.showInformationMessage(
      l10n.t('The script sets a temperature in several places. Set the right one to {0}.', literal),
    );
    return;
  }
  const edit = new WorkspaceEdit();
  edit.replace(uri, place, literal);
  await workspace.applyEdit(edit);
  await revealPlace(uri, new Range(place.start, place.start.translate(0, literal.length)));
}
