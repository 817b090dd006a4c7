/** Tells about the layer, array, model or loss under the pointer. */
import {
  type CancellationToken,
  type Disposable,
  type DocumentSelector,
  Hover,
  type HoverProvider,
  languages,
  MarkdownString,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Documents } from './documents.ts';
import { hoverAt } from './hoverText.ts';
import { localise } from './localisation.ts';
import { languageSettings } from './settings.ts';
import { useHover } from './usedText.ts';

class Hovers implements HoverProvider {
  readonly #documents: Documents;

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  async provideHover(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<Hover | null> {
    const analysis = await this.#documents.analysed(document, token);
    if (analysis === null || !languageSettings(document.uri).hover) {
      return null;
    }
    const use = await this.#documents.usedAt(document, position, token);
    const parts =
      use === null
        ? hoverAt(analysis.program, analysis.script.offsetAt(document, position), localise)
        : [useHover(use, analysis.program, localise)];
    const range = parts[0] && analysis.script.places().rangeIn(document, parts[0].span);
    return range
      ? new Hover(new MarkdownString(parts.map(part => part.text).join('\n\n---\n\n')), range)
      : null;
  }
}

export function registerHovers(documents: Documents, selector: DocumentSelector): Disposable {
  return languages.registerHoverProvider(selector, new Hovers(documents));
}
