/** How shapes, counts and layers read in hints, lenses, hovers and the tree: plain functions from facts to text. */
import type { AnalysedLayer, AnalysedModel, AnalysedValue, KnownShape } from '../analysis/program.ts';
import { type Message, message } from '../python/message.ts';

/** Turns a message into text in the user's language. */
export type Localise = (text: Message) => string;

/** A text as places show it that know no Markdown, such as menus and notifications: code stands in quotation marks. */
export function plainText(text: string): string {
  const quoted = text.replace(/`([^`]+)`/g, '“$1”');
  // Chinese sets no space beside a quotation mark.
  return quoted.replace(
    /(?<=[\u3000-\u9fff\uff00-\uffef]) (?=“)|(?<=”) (?=[\u3000-\u9fff\uff00-\uffef])/g,
    '',
  );
}

/** One shape or, for a layer or model with several outputs, a list of them. */
export type Shapes = KnownShape | readonly KnownShape[] | null;

/** The separator between facts of one line. */
export const SEPARATOR = ' · ';

/** The default of `editor.inlayHints.maximumLength`: the editor cuts off what is longer. */
export const LONGEST_HINT = 43;

function isList(shapes: KnownShape | readonly KnownShape[]): shapes is readonly KnownShape[] {
  return Array.isArray(shapes[0]);
}

/** A shape as Python writes it: `(None, 3)`, `(100,)`, `()`. */
export function tupleText(shape: KnownShape): string {
  const sizes = shape.map(size => (size === null ? 'None' : String(size)));
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}

/** One or several shapes: `(None, 3)` or `[(None, 3), (None, 1)]`; null stays null. */
export function shapesText(shapes: Shapes): string | null {
  if (shapes === null) {
    return null;
  }
  return isList(shapes) ? `[${shapes.map(tupleText).join(', ')}]` : tupleText(shapes);
}

/** A count with its thousands apart: `79,510`. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A size in bytes with three significant digits: `1.41 kB`. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? size : Number(size.toPrecision(3))} ${units[unit]}`;
}

export function paramsMessage(params: number): Message {
  return params === 1 ? message('1 param') : message('{0} params', countText(params));
}

/** What one turn of a line gives: the layers that it calls one after the other. */
function turnsOf(layers: readonly AnalysedLayer[]): readonly (readonly AnalysedLayer[])[] {
  const calls = new Map<string, AnalysedLayer[]>();
  for (const layer of layers) {
    const call = layer.span === null ? layer.name : `${layer.span.start.offset} ${layer.span.end.offset}`;
    calls.set(call, [...(calls.get(call) ?? []), layer]);
  }
  const groups = [...calls.values()];
  const last = groups.at(-1) ?? [];
  // A call that is not made in every turn belongs to none for certain.
  const isEven = groups.every(group => group.length === last.length);
  return last.map((layer, turn) => (isEven ? groups.map(group => group[turn]!) : [layer]));
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** `a / b`, and of many the first and the last. */
function alternatives(texts: readonly string[], most: number): string {
  return texts.length > most ? `${texts[0]} / … / ${texts.at(-1)}` : texts.join(' / ');
}

/**
 * What a line that makes one or several layers shows at its end: `(None, 32) · 352 params`. Nested calls are a way from
 * shape to shape with their parameters summed; what a loop or a function makes in several turns stands side by side:
 * `(None, 8) / (None, 4) · 264 / 36 params`. As much as fits of that. Null where nothing is known.
 */
export function layersHint(layers: readonly AnalysedLayer[], localise: Localise): string | null {
  const turns = turnsOf(layers);
  const ways = turns.map(turn =>
    turn.map(layer => shapesText(layer.outputShape)).filter(text => text !== null),
  );
  const whole = distinct(ways.map(way => way.join(' → ')).filter(text => text !== ''));
  const outputs = distinct(ways.flatMap(way => way.at(-1) ?? []));
  const params = paramsHint(turns, localise);
  const texts = [
    ...[alternatives(whole, 3), alternatives(outputs, 3), alternatives(outputs, 2)].flatMap(shapes => [
      [shapes, params],
      [shapes],
    ]),
    outputs.length > 1 ? [`${outputs[0]} / …`] : [alternatives(outputs, 1), params],
  ].map(parts => parts.filter(part => part !== '').join(SEPARATOR));
  return (texts.find(text => text.length <= LONGEST_HINT) ?? texts.at(-1)!) || null;
}

/** The parameters of each turn; '' where they are not known, or none, which goes without saying for pooling or Flatten. */
function paramsHint(turns: readonly (readonly AnalysedLayer[])[], localise: Localise): string {
  const sums = distinct(turns.map(totalParams));
  const counts = sums.filter(sum => sum !== null);
  if (counts.length < sums.length || counts.every(count => count === 0)) {
    return '';
  }
  const [only] = counts;
  return localise(
    counts.length === 1
      ? paramsMessage(only!)
      : message('{0} params', alternatives(counts.map(countText), 3)),
  );
}

/** The sum of the layers' parameters; null when one is unknown or there is no layer. */
export function totalParams(layers: readonly AnalysedLayer[]): number | null {
  let sum = 0;
  for (const layer of layers) {
    if (layer.params === null) {
      return null;
    }
    sum += layer.params;
  }
  return layers.length > 0 ? sum : null;
}

/** A model in one line: `451 params · (None, 10) → (None, 3)`; '' where nothing is known. */
export function modelSummary(model: AnalysedModel, localise: Localise): string {
  const input = shapesText(model.inputShape);
  const output = shapesText(model.outputShape);
  const shapes = input !== null && output !== null ? `${input} → ${output}` : (output ?? '');
  const params = model.params === null ? '' : localise(paramsMessage(model.params));
  return [params, shapes].filter(part => part !== '').join(SEPARATOR);
}

/** How many different models of one place a code lens tells of. */
const MODELS_PER_LENS = 2;

/** The summaries of the models that one place makes, each once, of many the first ones: a function may make others again and again. */
export function modelSummaries(models: readonly AnalysedModel[], localise: Localise): string[] {
  const texts = distinct(models.map(model => modelSummary(model, localise)).filter(text => text !== ''));
  return texts.length > MODELS_PER_LENS ? [...texts.slice(0, MODELS_PER_LENS), '…'] : [...texts];
}

/** A value's shape and dtype: `(100, 10) float64`; null where the shape is unknown or the value is a scalar. */
export function valueText(value: AnalysedValue): string | null {
  if (value.shape === null || value.shape.length === 0) {
    return null;
  }
  return value.dtype === null ? tupleText(value.shape) : `${tupleText(value.shape)} ${value.dtype}`;
}
