/** What is to be shown at the end of each line of a script: one note a line, layers before arrays. */
import type { AnalysedLayer, AnalysedProgram, ValueNote } from '../analysis/program.ts';
import type { Position, Span } from '../python/syntax.ts';
import { visibleLayers, withInner } from './modelPlaces.ts';
import { LONGEST_HINT, type Localise, layersHint, SEPARATOR, tupleText, valueText } from './wording.ts';

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

/** The last value of each name of a line: a loop binds the same name again, with as many rows as a batch has. */
function lastOfEachName(values: readonly ValueNote[]): ValueNote[] {
  const last = new Map<string, ValueNote>();
  for (const value of values) {
    const before = last.get(value.name);
    last.set(value.name, before === undefined ? value : ofAnyRows(before, value));
  }
  return [...last.values()];
}

/** A value without the number of its rows where an earlier one differs in nothing else. */
function ofAnyRows(before: ValueNote, note: ValueNote): ValueNote {
  const [earlier, shape] = [before.value.shape, note.value.shape];
  if (earlier === null || shape === null || earlier.length !== shape.length || shape.length < 2) {
    return note;
  }
  const isOtherBatch =
    earlier[0] !== shape[0] && shape.every((size, axis) => axis === 0 || size === earlier[axis]);
  return isOtherBatch ? { ...note, value: { ...note.value, shape: [null, ...shape.slice(1)] } } : note;
}

/** Whether a hint says something: at least one size is known. */
function tellsASize({ value }: ValueNote): boolean {
  return valueText(value) !== null && value.shape!.some(size => size !== null);
}

/** All that fits of what is known, since the editor cuts off what is longer; a hover tells the rest. */
function severalText(values: readonly ValueNote[]): string {
  const shapes = values.map(({ value }) => tupleText(value.shape!));
  const some = shapes.map((_, left) => [
    ...shapes.slice(0, shapes.length - left),
    ...(left > 0 ? ['…'] : []),
  ]);
  const texts = [
    values.map(({ name, value }) => `${name} ${valueText(value)}`),
    values.map(({ name }, index) => `${name} ${shapes[index]}`),
    ...some,
  ].map(parts => parts.join(SEPARATOR));
  return texts.find(text => text.length <= LONGEST_HINT) ?? texts.at(-1)!;
}

function valueNotes(program: AnalysedProgram): LineNote[] {
  return [...byLine(program.values).values()].flatMap(onLine => {
    const values = lastOfEachName(onLine).filter(tellsASize);
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
