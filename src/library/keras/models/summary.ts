/** The table of `model.summary()`, as Keras 3 prints it to a plain terminal 80 columns wide. */
import type { dtypes } from '../../../graph/dtypes.ts';
import { formatShape, type Shape } from '../../../graph/shapes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import type { Operation } from '../tensors/graphNode.ts';
import type { VariableObject } from '../tensors/variableObject.ts';
import { layersOf } from './modelLayers.ts';
import { ModelObject } from './modelObject.ts';

export interface SummaryOptions {
  readonly lineLength: number | null;
  readonly expandNested: boolean;
  readonly showTrainable: boolean;
  /** Where columns end, in shares of the line or in characters; null for Keras's own. */
  readonly positions: readonly number[] | null;
  /** Patterns of the names of the first and the last layer to show. */
  readonly layerRange: readonly [string, string] | null;
}

interface Column {
  readonly title: string;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

const terminalWidth = 80;

/** Breaks text at spaces so that each line fits; a word that is too long is cut. Spaces in front stay. */
function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/^\s*\S+|\S+/g) ?? ['']) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length <= width) {
      line += ` ${rest}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = rest;
  }
  lines.push(line);
  return lines;
}

function pad(text: string, { width, align }: Column): string {
  const space = width - text.length;
  if (align === 'right') return ' '.repeat(space) + text;
  if (align === 'left') return text + ' '.repeat(space);
  return ' '.repeat(Math.floor(space / 2)) + text + ' '.repeat(Math.ceil(space / 2));
}

function tableText(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (left: string, fill: string, middle: string, right: string) =>
    `${left}${columns.map(column => fill.repeat(column.width + 2)).join(middle)}${right}\n`;
  /** Titles of several lines end at the bottom, everything else begins at the top. */
  const cells = (row: readonly string[], side: string, atBottom = false) => {
    const wrapped = row.map((cell, index) => wrapText(cell, columns[index].width));
    const height = Math.max(...wrapped.map(lines => lines.length));
    const lineAt = (lines: readonly string[], at: number) =>
      lines[atBottom ? at - (height - lines.length) : at] ?? '';
    return Array.from({ length: height }, (_, at) => {
      const parts = columns.map((column, index) => ` ${pad(lineAt(wrapped[index], at), column)} `);
      return `${side}${parts.join(side)}${side}\n`;
    }).join('');
  };
  const body = rows.map(row => cells(row, '│'));
  return (
    line('┏', '━', '┳', '┓') +
    cells(
      columns.map(column => column.title),
      '┃',
      true,
    ) +
    line('┡', '━', '╇', '┩') +
    body.join(line('├', '─', '┼', '┤')) +
    line('└', '─', '┴', '┘')
  );
}

function shapeText(layer: LayerObject): string {
  const outputs = layer.nodes.at(-1)?.outputs ?? null;
  return outputs === null ? '?' : shapesText(outputs.map(output => output.shape));
}

function shapesText(shapes: readonly Shape[]): string {
  const texts = shapes.map(shape => formatShape(shape).replace(/,\)$/, ')'));
  return texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
}

/** `true_divide_1` -> `TrueDivide`: the class that Keras names an operation after. */
function className(name: string): string {
  const words = name.replace(/_\d+$/, '').split('_');
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function paramsText(layer: LayerObject): string {
  if (!layer.built) return '0 (unbuilt)';
  return withCommas(layer.countParams() ?? 0);
}

function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Whether the model is a plain chain, which needs no column of connections. */
function isChain(model: ModelObject): boolean {
  if (model.kind !== 'functional' || model.graph === null) return true;
  const { nodes } = model.graph;
  const users = new Map<unknown, number>();
  for (const node of nodes) for (const input of node.inputs) users.set(input, (users.get(input) ?? 0) + 1);
  const shared = nodes.length !== new Set(nodes.map(node => node.operation)).size;
  return (
    !shared &&
    model.graph.inputs.length === 1 &&
    nodes.every(node => node.inputs.length <= 1) &&
    [...users.values()].every(count => count === 1)
  );
}

function connections(model: ModelObject, name: string): string {
  const nodes = model.graph?.nodes.filter(node => node.operation.name === name) ?? [];
  const found = nodes.flatMap(node =>
    node.inputs.map(input => {
      const { node: from, index } = input.history!;
      return `${from.operation.name}[${from.operation.nodes.indexOf(from)}][${index}]`;
    }),
  );
  return found.length === 0 ? '-' : found.join(', ');
}

function columnsFor(chain: boolean, options: SummaryOptions): Column[] {
  const titles = chain
    ? ['Layer (type)', 'Output Shape', 'Param #']
    : ['Layer (type)', 'Output Shape', 'Param #', 'Connected to'];
  const aligns: Column['align'][] = chain ? ['left', 'left', 'right'] : ['left', 'left', 'right', 'left'];
  let positions = options.positions ?? (chain ? [0.45, 0.8, 1] : [0.3, 0.56, 0.74, 1]);
  let usual = chain ? 88 : 108;
  if (options.showTrainable) {
    usual += 12;
    positions = [...positions.map(position => position * 0.9), 1];
    titles.push('Trainable');
    aligns.push('center');
  }
  const length = options.lineLength ?? Math.min(usual, terminalWidth - 4);
  let start = 0;
  const widths = positions.map(position => {
    const width = Math.trunc(position * length) - start;
    start += width;
    return width;
  });
  // The table is as wide as the line: borders and padding are taken from the columns.
  const available = length - (titles.length * 3 + 1);
  const inner = collapse(widths, available);
  return titles.map((title, index) => ({ title, width: inner[index], align: aligns[index] }));
}

/** Takes what is too much from all columns evenly, as the table library does with columns of fixed width. */
function collapse(widths: readonly number[], available: number): number[] {
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  return widths.map((width, index) => {
    const share = roundHalfEven(excess / (widths.length - index));
    excess -= share;
    return width - share;
  });
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function bytesOf(weights: readonly VariableObject[]): number {
  return weights.reduce((sum, weight) => sum + (weight.size ?? 0) * bitsOf(weight.dtype), 0) / 8;
}

function bitsOf(dtype: (typeof dtypes)[number]): number {
  return dtype === 'bool' ? 1 : Number(/\d+$/.exec(dtype)?.[0] ?? 32);
}

function readableSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
  let size = bytes;
  let unit = 0;
  while (size / 1024 >= 1 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${size.toFixed(2)} ${units[unit]}`;
}

function countOf(weights: readonly VariableObject[]): number {
  return weights.reduce((sum, weight) => sum + (weight.size ?? 0), 0);
}

/** The places of the layers between two names, whichever of them comes first. */
function rangeOf(operations: readonly Operation[], range: SummaryOptions['layerRange']): [number, number] {
  if (range === null) return [0, operations.length];
  const [lower, upper] = range.map(pattern =>
    operations.flatMap(({ name }, index) => (new RegExp(`^(?:${pattern})`).test(name) ? [index] : [])),
  );
  if (lower.length === 0 || upper.length === 0) {
    throw raise(
      ValueError,
      `Passed layer_names do not match the layer names in the model. Received: ['${range.join("', '")}']`,
      { code: 'invalid-argument', blame: { kind: 'argument', name: 'layer_range' } },
    );
  }
  if (Math.min(...lower) > Math.max(...upper)) return [Math.min(...upper), Math.max(...lower) + 1];
  return [Math.min(...lower), Math.max(...upper) + 1];
}

/** The whole text of a summary. */
export function modelSummary(model: ModelObject, options: SummaryOptions): string {
  const chain = isChain(model);
  const rows: string[][] = [];
  const addOperation = (operation: Operation) => {
    const outputs = operation.nodes.at(-1)?.outputs ?? [];
    const row = [
      `${operation.name} (${className(operation.name)})`,
      shapesText(outputs.map(output => output.shape)),
      '0',
    ];
    if (!chain) row.push(connections(model, operation.name));
    if (options.showTrainable) row.push('-');
    rows.push(row);
  };
  const add = (layer: LayerObject, level: number) => {
    const prefix = level === 0 ? '' : `${'   '.repeat(level)}└ `;
    const row = [`${prefix}${layer.name} (${layer.cls.name})`, shapeText(layer), paramsText(layer)];
    if (!chain) row.push(connections(model, layer.name));
    if (options.showTrainable) row.push(layer.weights.length === 0 ? '-' : layer.trainable ? 'Y' : 'N');
    rows.push(row);
    if (options.expandNested && layer instanceof ModelObject)
      for (const inner of layersOf(layer)) add(inner, level + 1);
  };
  const operations =
    model.kind === 'functional' && model.graph !== null ? model.graph.operations : layersOf(model);
  const [from, to] = rangeOf(operations, options.layerRange);
  for (const operation of operations.slice(from, to)) {
    if (operation instanceof LayerObject) add(operation, 0);
    else addOperation(operation);
  }
  const [trainable, rest] = [model.trainableWeights, model.nonTrainableWeights];
  const optimizer = model.compiled?.optimizer ?? null;
  const state = optimizer !== null && optimizer.keeper.state.length > 0 ? optimizer.variables('list') : [];
  const line = (label: string, weights: readonly VariableObject[]) =>
    ` ${label}: ${withCommas(countOf(weights))} (${readableSize(bytesOf(weights))})\n`;
  return (
    `Model: "${model.name}"\n` +
    tableText(columnsFor(chain, options), rows) +
    line('Total params', [...trainable, ...rest, ...state]) +
    line('Trainable params', trainable) +
    line('Non-trainable params', rest) +
    (state.length > 0 ? line('Optimizer params', state) : '')
  );
}
