/** What hovers say about layers, arrays and losses, as Markdown. */
import { parameterFormula } from '../analysis/parameterFormula.ts';
import type {
  AnalysedFit,
  AnalysedLayer,
  AnalysedModel,
  AnalysedProgram,
  AnalysedValue,
  KnownShape,
} from '../analysis/program.ts';
import { message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import { lossExpectation } from './lossExpectation.ts';
import { layersOfProgram } from './modelPlaces.ts';
import {
  bytesText,
  countText,
  type Localise,
  modelSummary,
  paramsMessage,
  SEPARATOR,
  shapesText,
  tupleText,
  valueText,
} from './wording.ts';

/** float32, the default of Keras. */
const BYTES_PER_WEIGHT = 4;

/** Of the types that layers give. */
const BYTES_PER_NUMBER: Readonly<Record<string, number>> = {
  bool: 1,
  int8: 1,
  uint8: 1,
  float16: 2,
  bfloat16: 2,
  int16: 2,
  float32: 4,
  int32: 4,
  float64: 8,
  int64: 8,
};

/** Text as Markdown shows it, letter by letter. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, '\\$&');
}

/** A sentence as Markdown: what stands in backticks as code, the rest letter by letter. */
export function sentenceMarkdown(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}

export function code(text: string): string {
  const ticks = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(run => run[0].length)));
  return `${ticks}${text}${ticks}`;
}

function size(shape: KnownShape): number | null {
  return shape.reduce<number | null>(
    (product, part) => (product === null || part === null ? null : product * part),
    1,
  );
}

function weightsTable(layer: AnalysedLayer, localise: Localise): string {
  if (layer.weights.length === 0) {
    return '';
  }
  const head = [message('Weight'), message('Shape'), message('Parameters')].map(text => localise(text));
  const rows = layer.weights.map(weight => {
    const count = size(weight.shape);
    const fixed = weight.trainable ? '' : ` (${localise(message('not trainable'))})`;
    return `| ${escapeMarkdown(weight.name)}${escapeMarkdown(fixed)} | ${code(tupleText(weight.shape))} | ${count === null ? '' : countText(count)} |`;
  });
  return [`| ${head.join(' | ')} |`, '| :-- | :-- | --: |', ...rows].join('\n');
}

function costs(layer: AnalysedLayer, localise: Localise): string {
  const facts: string[] = [];
  if (layer.params !== null) {
    const formula = parameterFormula(
      layer.weights.map(weight => weight.shape),
      countText,
    );
    const params = localise(paramsMessage(layer.params));
    facts.push(formula === null ? params : localise(message('{0}: {1}', params, formula)));
    if (layer.params > 0) {
      facts.push(localise(message('{0} of memory', bytesText(layer.params * BYTES_PER_WEIGHT))));
    }
  }
  if (layer.flops !== null) {
    facts.push(localise(message('{0} multiply-adds a sample', countText(layer.flops))));
  }
  const output = outputBytes(layer);
  if (output !== null) {
    facts.push(localise(message('an output of {0} a sample', bytesText(output))));
  }
  return escapeMarkdown(facts.join(SEPARATOR));
}

/** What the layer's output takes in memory for one sample; null where that is not known, or there are several. */
function outputBytes({ outputShape, dtype }: AnalysedLayer): number | null {
  if (outputShape === null || dtype === null || Array.isArray(outputShape[0])) {
    return null;
  }
  const numbers = size((outputShape as KnownShape).slice(1));
  const bytes = BYTES_PER_NUMBER[dtype];
  return numbers === null || bytes === undefined ? null : numbers * bytes;
}

/** What all of a model costs, in one line; '' where nothing is known. */
export function modelCosts(model: AnalysedModel, localise: Localise): string {
  const facts = [
    ...(model.params === null || model.params === 0
      ? []
      : [message('{0} of memory', bytesText(model.params * BYTES_PER_WEIGHT))]),
    ...(model.flops === null ? [] : [message('{0} multiply-adds a sample', countText(model.flops))]),
  ];
  return escapeMarkdown(facts.map(fact => localise(fact)).join(SEPARATOR));
}

export function paragraphs(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n');
}

/** A layer: input -> output, how the shape came to be, weights, cost. */
export function layerHover(layer: AnalysedLayer, localise: Localise): string {
  const input = shapesText(layer.inputShape);
  const shape = shapesText(layer.outputShape);
  const output = shape === null || layer.dtype === null ? shape : `${shape} ${layer.dtype}`;
  const shapes = [input, output].filter(text => text !== null).map(code);
  return paragraphs([
    `**${escapeMarkdown(layer.className)}** ${code(layer.name)}`,
    shapes.join(' → '),
    layer.derivation === null ? '' : sentenceMarkdown(localise(layer.derivation)),
    weightsTable(layer, localise),
    costs(layer, localise),
  ]);
}

export function valueTitle(name: string, value: AnalysedValue): string {
  const shape = valueText(value) ?? (value.shape === null ? '' : tupleText(value.shape));
  return `${code(name)}: ${escapeMarkdown(value.type)}${shape === '' ? '' : ` ${code(shape)}`}`;
}

/** A value: its type, shape, dtype and what is known of its contents. */
export function valueHover(name: string, value: AnalysedValue, localise: Localise): string {
  return paragraphs([
    valueTitle(name, value),
    value.facts.map(fact => `- ${sentenceMarkdown(localise(fact))}`).join('\n'),
  ]);
}

/** What a model is compiled with; '' where it is not. */
export function settingsList({ compile }: AnalysedModel, localise: Localise): string {
  if (compile === null) {
    return '';
  }
  const rows: [string, string][] = [
    [localise(message('Loss')), compile.loss ?? ''],
    [localise(message('Optimizer')), compile.optimizer ?? ''],
    [localise(message('Metrics')), compile.metrics.join(', ')],
  ];
  return rows
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `- ${localise(message('{0}: {1}', name, code(text)))}`)
    .join('\n');
}

/** A compiled model: loss with what it expects, optimizer, metrics. */
export function compileHover(model: AnalysedModel, localise: Localise): string {
  const { compile } = model;
  if (compile === null) {
    return '';
  }
  const expectation =
    compile.loss === null ? null : lossExpectation(compile.loss, model.outputShape, compile.fromLogits);
  return paragraphs([
    `**${escapeMarkdown(model.name)}** ${escapeMarkdown(modelSummary(model, localise))}`,
    modelCosts(model, localise),
    settingsList(model, localise),
    expectation === null ? '' : sentenceMarkdown(localise(expectation)),
  ]);
}

/** A call of `fit` or one of its kind: what it is given. */
export function fitHover(fit: AnalysedFit, localise: Localise): string {
  const data = [
    ['x', fit.x],
    ['y', fit.y],
  ] as const;
  const counts = [
    ...(fit.epochs === null ? [] : [`epochs ${code(countText(fit.epochs))}`]),
    ...(fit.batchSize === null ? [] : [`batch_size ${code(countText(fit.batchSize))}`]),
  ];
  return paragraphs([
    `**${escapeMarkdown(`${fit.model}.${fit.method}`)}** ${counts.join(SEPARATOR)}`.trimEnd(),
    // In few lines, since a finding about the labels often stands above it.
    ...data.flatMap(([name, value]) =>
      value === null
        ? []
        : [
            [valueTitle(name, value), ...value.facts.map(fact => sentenceMarkdown(localise(fact)))].join(
              SEPARATOR,
            ),
          ],
    ),
  ]);
}

/** One thing to hover over. */
export interface HoverPart {
  readonly span: Span;
  readonly text: string;
}

function contains(span: Span, offset: number): boolean {
  return span.start.offset <= offset && offset <= span.end.offset;
}

function length(span: Span): number {
  return span.end.offset - span.start.offset;
}

/** A place of which a text can be made, once it is known to be the one. */
interface Candidate {
  readonly span: Span;
  text(): string;
}

function candidates(program: AnalysedProgram, localise: Localise): Candidate[] {
  const values = program.values.map(({ name, span, value }) => ({
    span,
    text: () => valueHover(name, value, localise),
  }));
  const layers = layersOfProgram(program).map(layer => ({
    span: layer.span,
    text: () => layerHover(layer, localise),
  }));
  const compiles = program.models.flatMap(model =>
    model.compile === null ? [] : [{ span: model.compile.span, text: () => compileHover(model, localise) }],
  );
  const fits = program.fits.map(fit => ({ span: fit.span, text: () => fitHover(fit, localise) }));
  return [...values, ...layers, ...compiles, ...fits];
}

/** What to say at an offset of the script: about the smallest thing there. Empty where nothing is known. */
export function hoverAt(program: AnalysedProgram, offset: number, localise: Localise): HoverPart[] {
  const there = candidates(program, localise).filter(({ span }) => contains(span, offset));
  const smallest = Math.min(...there.map(({ span }) => length(span)));
  const best = there
    .filter(({ span }) => length(span) === smallest)
    .map(candidate => ({ span: candidate.span, text: candidate.text() }));
  return [...new Map(best.map(part => [part.text, part])).values()];
}
