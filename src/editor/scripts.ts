/**
 * A script as the analysis and a run see it: one text, made of one document or, for a notebook, of several, with the
 * way back from places in the text to places in the documents.
 */
import { Location, Position, Range, type TextDocument, type Uri } from 'vscode';
import type { Span } from '../python/syntax.ts';
import { type Place, partAtLine, startsOf } from './cellPlaces.ts';

/** The way from places of a script to places in its documents, as long as these stay as they are. */
export class Places {
  readonly #documents: readonly TextDocument[];
  readonly #firstLines: readonly number[];
  /** Which of the documents has this address. */
  readonly #indices = new Map<string, number>();

  constructor(documents: readonly TextDocument[]) {
    this.#documents = documents;
    this.#firstLines = startsOf(documents.map(({ lineCount }) => lineCount));
    for (const [index, { uri }] of documents.entries()) {
      this.#indices.set(uri.toString(), index);
    }
  }

  /** Where a place of the script stands; null where the text has become shorter since. */
  locate(span: Span): Location | null {
    const place = partAtLine(this.#firstLines, span.start.line - 1);
    return place === null ? null : this.#in(place, span);
  }

  /** The place as a range of this document; null where it stands in another. */
  rangeIn(document: TextDocument, span: Span): Range | null {
    const place = partAtLine(this.#firstLines, span.start.line - 1);
    return place !== null && this.#indices.get(document.uri.toString()) === place.index
      ? this.#in(place, span).range
      : null;
  }

  #in({ index, firstLine }: Place, span: Span): Location {
    const document = this.#documents[index]!;
    const range = new Range(
      new Position(span.start.line - 1 - firstLine, span.start.column),
      new Position(span.end.line - 1 - firstLine, span.end.column),
    );
    return new Location(document.uri, document.validateRange(range));
  }
}

/** Texts are joined by line breaks. */
function lengthsOf(documents: readonly TextDocument[]): number[] {
  return documents.map(document => document.getText().length + 1);
}

export class Script {
  /** Names the script: the file's, or the notebook's. */
  readonly uri: Uri;
  readonly #documents: () => readonly TextDocument[];
  readonly #pythonOf: (text: string) => string;

  /**
   * @param documents in their order, asked for again each time, since cells come and go
   * @param pythonOf makes Python of a document's text without moving anything in it
   */
  constructor(uri: Uri, documents: () => readonly TextDocument[], pythonOf = (text: string): string => text) {
    this.uri = uri;
    this.#documents = documents;
    this.#pythonOf = pythonOf;
  }

  static ofFile(document: TextDocument): Script {
    return new Script(document.uri, () => [document]);
  }

  get documents(): readonly TextDocument[] {
    return this.#documents();
  }

  /** The file's name without its folders. */
  get name(): string {
    return this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
  }

  text(): string {
    return this.documents.map(document => this.#pythonOf(document.getText())).join('\n');
  }

  /** Where the documents begin in the text. */
  get cellStarts(): number[] {
    return startsOf(lengthsOf(this.documents)).slice(0, -1);
  }

  /** Changes whenever the text may have changed. */
  stamp(): string {
    return this.documents.map(document => `${document.uri.toString()}@${document.version}`).join(' ');
  }

  /** Where places stand now: to be asked for again after any change. */
  places(): Places {
    return new Places(this.documents);
  }

  /** Where a place of the script stands; null where the text has become shorter since. */
  locate(span: Span): Location | null {
    return this.places().locate(span);
  }

  /** A place of a line of the script; lines from 1, columns from 0, as in tracebacks. */
  locateLine(line: number, column = 0): Location | null {
    const position = { line, column, offset: 0 };
    return this.locate({ start: position, end: position });
  }

  /** A place in a document as an offset of the script's text. */
  offsetAt(document: TextDocument, position: Position): number {
    const { documents } = this;
    const before = documents.slice(0, Math.max(documents.indexOf(document), 0));
    return startsOf(lengthsOf(before)).at(-1)! + document.offsetAt(position);
  }
}
