/** Ways out of several inputs and outputs that are given in another order or number than the model has them. */
import type { ModelObject } from '../../library/keras/models/modelObject.ts';
import type { RecordedData } from '../../library/keras/record.ts';
import type { Fix } from '../../python/errors.ts';
import type { FixKind } from '../../python/fixKinds.ts';
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { fix } from '../edits.ts';
import {
  elementsOf,
  fitAround,
  fits,
  isOfValidation,
  namedBefore,
  type Remedy,
  type RemedyContext,
  type Shape,
} from './remedy.ts';

/** The only order in which every part finds its place; null where there is none, or another one too. */
function orderOf(count: number, fits: (part: number, place: number) => boolean): number[] | null {
  const found: number[][] = [];
  const place = (chosen: readonly number[]) => {
    if (found.length > 1) return;
    if (chosen.length === count) found.push([...chosen]);
    else
      for (let part = 0; part < count; part++)
        if (!chosen.includes(part) && fits(part, chosen.length)) place([...chosen, part]);
  };
  if (count <= 6) place([]);
  return found.length === 1 ? found[0]! : null;
}

/** The parts of a list or tuple, or the values of a dict, as they are written. */
function partsOf(node: Expression | null): readonly Expression[] | null {
  return node?.kind === 'Dict' ? node.values : elementsOf(node);
}

/** Puts the parts into another order, each text in the place of another. */
function reordered(
  context: RemedyContext,
  node: Expression,
  recorded: readonly RecordedData[],
  wanted: readonly Shape[],
  kind: FixKind,
): Fix[] {
  const parts = partsOf(node);
  if (parts === null || parts.length !== wanted.length || recorded.length !== wanted.length) return [];
  // The record lists a dict by the names of its keys; only what is written in that order is told apart.
  const keys =
    node.kind === 'Dict' ? node.keys.map(key => (key === null ? '' : context.code.at(key.span))) : [];
  if (keys.some((key, index) => index > 0 && key < keys[index - 1]!)) return [];
  const order = orderOf(parts.length, (part, place) => fits(recorded[part]!.shape, wanted[place]!));
  if (order?.every((part, place) => part === place) ?? true) return [];
  const texts = order!.map(part => context.code.at(parts[part]!.span));
  const edits = parts.map((part, place) => ({ span: part.span, text: texts[place]! }));
  const written = node.kind === 'Dict' ? texts.map((text, place) => `${keys[place]}: ${text}`) : texts;
  return fix(kind, message('Pass `{0}`', bracketed(node, written)), edits, true);
}

function bracketed(node: Expression, parts: readonly string[]): string {
  const text = parts.join(', ');
  return node.kind === 'Dict' ? `{${text}}` : node.kind === 'Tuple' ? `(${text})` : `[${text}]`;
}

const shapesOf = (tensors: readonly { readonly shape: Shape }[] | undefined) =>
  (tensors ?? []).map(({ shape }) => shape);

const inputOrderRemedy: Remedy = {
  codes: ['input-shape', 'input-rank'],
  propose(finding, context) {
    const fitted = fitAround(context, finding);
    const wanted = shapesOf(fitted?.model.graph?.inputs);
    if (fitted === null || wanted.length < 2) return [];
    const isValidation = isOfValidation(fitted, finding);
    const held = context.code.expressionAt(fitted.spans.get('validation_data') ?? null);
    const given = isValidation ? (elementsOf(held)?.[0] ?? null) : context.code.expressionAt(finding.span);
    return given === null
      ? []
      : isValidation
        ? reordered(context, given, fitted.validationX, wanted, 'reorder-validation-inputs')
        : reordered(context, given, fitted.x, wanted, 'reorder-inputs');
  },
};

const labelOrderRemedy: Remedy = {
  codes: ['label-shape'],
  propose(finding, context) {
    const fitted = fitAround(context, finding);
    const wanted = shapesOf(fitted?.model.graph?.outputs);
    if (fitted === null || wanted.length < 2) return [];
    const at = (name: string) => context.code.expressionAt(fitted.spans.get(name) ?? null);
    const labels = at('y');
    const isOfLabels =
      labels !== null &&
      labels.span.start.offset <= finding.span.start.offset &&
      finding.span.end.offset <= labels.span.end.offset;
    if (isOfLabels) return reordered(context, labels, fitted.y, wanted, 'reorder-labels');
    const held = isOfValidation(fitted, finding) ? (elementsOf(at('validation_data'))?.[1] ?? null) : null;
    return held === null
      ? []
      : reordered(context, held, fitted.validationY, wanted, 'reorder-validation-labels');
  },
};

/** Of more arrays than the model has inputs, the one that it takes. */
function chosen(
  context: RemedyContext,
  node: Expression,
  model: ModelObject,
  data: readonly RecordedData[],
): Fix[] {
  const wanted = shapesOf(model.graph?.inputs);
  const parts = elementsOf(node);
  if (parts === null || wanted.length !== 1 || data.length !== parts.length) return [];
  const taken = parts.filter((_, index) => fits(data[index]!.shape, wanted[0]!));
  return taken.flatMap((part, index) => {
    const text = context.code.at(part.span);
    return fix('choose-the-input', message('Pass `{0}`', text), [{ span: node.span, text }], index === 0);
  });
}

const surplusRemedy: Remedy = {
  codes: ['input-count'],
  propose(finding, context) {
    const fitted = fitAround(context, finding);
    const node = context.code.expressionAt(finding.span);
    return fitted === null || node === null ? [] : chosen(context, node, fitted.model, fitted.x);
  },
};

/** An input that a dict of data lacks, where the script has one array for it. */
const missingKeyRemedy: Remedy = {
  codes: ['input-names'],
  propose(finding, context) {
    const { code } = context;
    const fitted = fitAround(context, finding);
    const node = code.expressionAt(finding.span);
    const graph = fitted?.model.graph ?? null;
    if (fitted === null || graph === null || node?.kind !== 'Dict') return [];
    const keys = node.keys.map(key =>
      key?.kind === 'Constant' && key.value.type === 'str' ? key.value.value : null,
    );
    const missing = graph.inputNames.filter(name => !keys.includes(name));
    const last = node.values.at(-1);
    if (missing.length !== 1 || last === undefined || keys.length + 1 !== graph.inputNames.length) return [];
    const wanted = graph.inputs[graph.inputNames.indexOf(missing[0]!)]!.shape;
    const rows = fitted.x[0]?.shape?.[0] ?? null;
    const used = new Set([
      ...node.values.map(value => code.at(value.span)),
      ...fitted.y.map(item => item.text),
    ]);
    const arrays = namedBefore(context, finding.span).filter(
      ({ name, shape }) => !used.has(name) && shape[0] === rows && fits(shape, wanted),
    );
    if (arrays.length !== 1) return [];
    const text = `${code.quote}${missing[0]}${code.quote}: ${arrays[0]!.name}`;
    const end = last.span.end;
    return fix(
      'add-missing-input',
      message('Add `{0}`', text),
      [{ span: { start: end, end }, text: `, ${text}` }],
      true,
    );
  },
};

/** `loss=['mse']` for two outputs: the same for each. */
const lossCountRemedy: Remedy = {
  codes: ['output-count'],
  propose(finding, { code, record }) {
    const node = code.expressionAt(finding.span);
    const items = elementsOf(node);
    const compile = record.compiles.find(
      ({ span }) =>
        span.start.offset <= finding.span.start.offset && finding.span.end.offset <= span.end.offset,
    );
    const outputs = compile?.model.graph?.outputs.length ?? 0;
    if (node === null || items?.length !== 1 || outputs < 2) return [];
    const text = bracketed(node, new Array(outputs).fill(code.at(items[0]!.span)));
    return fix('repeat-the-loss', message('Pass `{0}`', text), [{ span: node.span, text }], true);
  },
};

/** `Model(a, out)` where `out` comes from `b` as well: the input that is missing, by the name that the script gave it. */
const graphInputRemedy: Remedy = {
  codes: ['graph-disconnected'],
  propose(finding, { code }) {
    const given = code.expressionAt(finding.span);
    const missing = finding.related[0]?.span.start.offset;
    const [target] = code.all('Assign').flatMap(({ targets: [to], value }) => {
      const values = elementsOf(value) ?? [value];
      const names = elementsOf(to ?? null) ?? [to];
      return names[values.findIndex(item => item.span.start.offset === missing)] ?? [];
    });
    const parts = elementsOf(given) ?? (given?.kind === 'Name' ? [given] : null);
    if (parts === null || target?.kind !== 'Name') return [];
    if (parts.some(part => part.kind !== 'Name' || part.id === target.id)) return [];
    const text = `[${[...parts.map(part => code.at(part.span)), target.id].join(', ')}]`;
    return fix('add-input-of-graph', message('Pass `{0}`', text), [{ span: finding.span, text }], true);
  },
};

export const partRemedies: readonly Remedy[] = [
  graphInputRemedy,
  inputOrderRemedy,
  labelOrderRemedy,
  surplusRemedy,
  missingKeyRemedy,
  lossCountRemedy,
];
