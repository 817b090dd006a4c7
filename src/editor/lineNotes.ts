/** What is to be shown at the end of each line of a script: one note a line, layers before arrays. */
import type { AnalysedLayer, AnalysedProgram, ValueNote } from '../analysis/program.ts';
import type { Position, Span } from '../python/syntax.ts';
import { visibleLayers, withInner } from './modelPlaces.ts';
import { type Localise, layersHint, SEPARATOR, tupleText, valueText } from './wording.ts';

export interface LineNote {
  /** The place whose line's end carries the note. */
  readonly end: Position;
  readonly text: string;
  readonly about:
    | { readonly kind: 'layers'; readonly layers: readonly AnalysedLayer[] }
    | { readonly kind: 'values'; readonly values: readonly ValueNote[] };
}

export interface LineNoteChoice {
  readonly layers: boolean;
  readonly arrays: boolean;
}

/** How many names of an assignment are shown; a longer one shows nothing. */
const NAMES_PER_LINE = 4;

/** The default of `editor.inlayHints.maximumLength`. */
const LONGEST_HINT = 43;

/** All layers of all models once, in the models' order, then those of none. A loop's layers share a call, but not a name. */
export function distinctLayers(program: AnalysedProgram): AnalysedLayer[] {
  const seen = new Set<string>();
  const all = program.models.flatMap(model => withInner(visibleLayers(model)));
  return [...all, ...withInner(program.looseLayers)].filter(layer => {
    const key = `${layer.span?.start.offset} ${layer.name}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

function byLine<T extends { readonly span: Span }>(items: readonly T[]): Map<number, T[]> {
  const lines = new Map<number, T[]>();
  for (const item of items) {
    const line = item.span.end.line;
    lines.set(line, [...(lines.get(line) ?? []), item]);
  }
  return lines;
}

function lastEnd(items: readonly { readonly span: Span }[]): Position {
  return items.map(({ span }) => span.end).reduce((last, end) => (end.offset > last.offset ? end : last));
}

type PlacedLayer = AnalysedLayer & { readonly span: Span };

function layerNotes(program: AnalysedProgram, localise: Localise): LineNote[] {
  const placed = distinctLayers(program).filter((layer): layer is PlacedLayer => layer.span !== null);
  return [...byLine(placed).values()].flatMap(layers => {
    const text = layersHint(layers, localise);
    return text === null ? [] : [{ end: lastEnd(layers), text, about: { kind: 'layers' as const, layers } }];
  });
}

/** The last value of each name of a line: a loop binds the same name again. */
function lastOfEachName(values: readonly ValueNote[]): ValueNote[] {
  return [...new Map(values.map(value => [value.name, value])).values()];
}

/** All that fits of what is known; the editor cuts off what is longer, and a hover tells the rest. */
function severalText(values: readonly ValueNote[]): string {
  const shapes = values.map(({ value }) => tupleText(value.shape!));
  const texts = [
    values.map(({ name, value }) => `${name} ${valueText(value)}`),
    values.map(({ name }, index) => `${name} ${shapes[index]}`),
    shapes,
  ].map(parts => parts.join(SEPARATOR));
  return texts.find(text => text.length <= LONGEST_HINT) ?? texts.at(-1)!;
}

function valueNotes(program: AnalysedProgram): LineNote[] {
  return [...byLine(program.values).values()].flatMap(onLine => {
    const values = lastOfEachName(onLine).filter(({ value }) => valueText(value) !== null);
    if (values.length === 0 || values.length > NAMES_PER_LINE) {
      return [];
    }
    const text = values.length === 1 ? valueText(values[0]!.value)! : severalText(values);
    return [{ end: lastEnd(values), text, about: { kind: 'values' as const, values } }];
  });
}

/** The notes in the order of their lines. */
export function lineNotes(program: AnalysedProgram, choice: LineNoteChoice, localise: Localise): LineNote[] {
  const layers = choice.layers ? layerNotes(program, localise) : [];
  const taken = new Set(layers.map(({ end }) => end.line));
  const values = choice.arrays ? valueNotes(program).filter(({ end }) => !taken.has(end.line)) : [];
  return [...layers, ...values].sort((first, second) => first.end.offset - second.end.offset);
}
