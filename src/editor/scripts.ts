/**
 * A script as the analysis and a run see it: one text, made of one document or, for a notebook, of several, with the
 * way back from places in the text to places in the documents.
 */
import { Location, Position, Range, type TextDocument, type Uri } from 'vscode';
import type { Span } from '../python/syntax.ts';
import { offsetOfPart, type Part, partAtLine } from './cellPlaces.ts';

/** One document's stretch of the script. */
interface ScriptPart {
  readonly document: TextDocument;
  /** The line of the script, from 0, at which the document begins. */
  readonly firstLine: number;
}

/** Lengths are counted only when asked for, since a document puts its text together each time. */
function partsOf(documents: readonly TextDocument[]): Part[] {
  return documents.map(document => ({
    lines: document.lineCount,
    get length() {
      return document.getText().length;
    },
  }));
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
    const parts = partsOf(this.documents);
    return parts.map((_part, index) => offsetOfPart(parts, index));
  }

  /** Changes whenever the text may have changed. */
  stamp(): string {
    return this.documents.map(document => `${document.uri.toString()}@${document.version}`).join(' ');
  }

  /** Where a place of the script stands; null where the text has become shorter since. */
  locate(span: Span): Location | null {
    const part = this.#partAt(span.start.line - 1);
    if (part === null) {
      return null;
    }
    const range = new Range(
      new Position(span.start.line - 1 - part.firstLine, span.start.column),
      new Position(span.end.line - 1 - part.firstLine, span.end.column),
    );
    return new Location(part.document.uri, part.document.validateRange(range));
  }

  /** The place as a range of this document; null where it stands in another. */
  rangeIn(document: TextDocument, span: Span): Range | null {
    const location = this.locate(span);
    return location !== null && location.uri.toString() === document.uri.toString() ? location.range : null;
  }

  /** A place of a line of the script; lines from 1, columns from 0, as in tracebacks. */
  locateLine(line: number, column = 0): Location | null {
    const position = { line, column, offset: 0 };
    return this.locate({ start: position, end: position });
  }

  /** A place in a document as an offset of the script's text. */
  offsetAt(document: TextDocument, position: Position): number {
    const { documents } = this;
    const index = documents.indexOf(document);
    return offsetOfPart(partsOf(documents), Math.max(index, 0)) + document.offsetAt(position);
  }

  #partAt(line: number): ScriptPart | null {
    const { documents } = this;
    const place = partAtLine(partsOf(documents), line);
    return place === null ? null : { document: documents[place.index]!, firstLine: place.firstLine };
  }
}
