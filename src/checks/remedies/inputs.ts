/** Ways out of inputs whose axes or sizes do not fit a layer or a model. */
import type { LayerObject } from '../../library/keras/layers/base/layerObject.ts';
import type { Fix } from '../../python/errors.ts';
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { dataSetOf } from '../dataSets.ts';
import { argumentOf, fix, removeArgument, replace, setArgument, together } from '../edits.ts';
import type { Finding } from '../finding.ts';
import { reference } from '../imports.ts';
import type { Call } from '../sourceCode.ts';
import { isValidation, modelOfCall, shapeBefore, withoutSamples, writeShape } from './inputShapes.ts';
import {
  elementsOf,
  fitAround,
  insertBefore,
  layerAt,
  namedBefore,
  type Remedy,
  type RemedyContext,
  readShape,
  type Shape,
  tupleText,
  wordsOf,
} from './remedy.ts';
import { areSwapped } from './swapped.ts';

/** How many axes the layer wants, and what it gets. */
interface Ranks {
  readonly wanted: number;
  readonly given: Shape;
}

function ranksOf(finding: Finding): Ranks | null {
  const words = wordsOf(finding);
  const spec = /expected (?:min_)?ndim=(\d+), found ndim=\d+\. Full shape received: (\([^)]*\))/.exec(words);
  if (spec !== null) return ranks(Number(spec[1]), readShape(spec[2]!));
  // Keras 1 does not say which shape it received.
  const [, , received] = finding.message.args.map(part => readShape(String(part)));
  const plain = /expected (?:min_)?ndim=(\d+), found ndim=\d+$/.exec(words);
  if (plain !== null && received) return ranks(Number(plain[1]), received);
  const steps = /`input_shape ?` with at least (\d) dimensions, received: (\([^)]*\))/.exec(words);
  if (steps !== null) return ranks(Number(steps[1]), readShape(steps[2]!));
  const kernel = /kernel of shape (\([^)]*\)) and input of shape (\([^)]*\))/.exec(words);
  return kernel === null ? null : ranks(readShape(kernel[1]!)?.length ?? 0, readShape(kernel[2]!));
}

function ranks(wanted: number, given: Shape | null): Ranks | null {
  return given === null || wanted === 0 ? null : { wanted, given };
}

const recurrentLayers = new Set(['LSTM', 'GRU', 'SimpleRNN', 'RNN', 'Bidirectional', 'ConvLSTM2D']);

/** The recurrent layer nearest before a call that puts out this shape and could put out sequences. */
function recurrentBefore(context: RemedyContext, call: Call, shape: Shape): LayerObject | null {
  const text = tupleText(shape);
  let found: LayerObject | null = null;
  for (const layer of context.record.layers) {
    if (layer.definition === null || !recurrentLayers.has(layer.definition.name)) continue;
    if (layer.madeAt === null || layer.madeAt.start.offset >= call.span.start.offset) continue;
    const output = layer.lastCall?.outputs[0];
    if (output === undefined || tupleText(output) !== text) continue;
    if (found === null || layer.madeAt.start.offset > found.madeAt!.start.offset) found = layer;
  }
  return found;
}

/** `return_sequences` is an argument of the recurrent layer itself, also inside of a wrapper. */
function innerCall(context: RemedyContext, layer: LayerObject): Call | null {
  const call = context.code.callAt(layer.madeAt);
  if (layer.definition?.name !== 'Bidirectional') return call;
  const wrapped = call === null ? null : argumentOf(call, 'layer', 0);
  return wrapped?.kind === 'Call' ? wrapped : null;
}

function keepSequences(context: RemedyContext, call: Call, given: Shape): Fix[] {
  const layer = recurrentBefore(context, call, given);
  const inner = layer === null ? null : innerCall(context, layer);
  if (layer === null || inner === null) return [];
  return fix(
    'return-sequences',
    message('Let `{0}` return its sequences', layer.cls.name),
    setArgument(context.code, inner, 'return_sequences', 'True'),
    true,
  );
}

function addChannels(context: RemedyContext, call: Call, layer: LayerObject, given: Shape): Fix[] {
  const argument = shapeBefore(context, layer);
  const shape = [...given.slice(1), 1];
  const reshape = reference(context.code, 'keras.layers', 'Reshape');
  const fixes: Fix[] = [];
  // Keras 3 gives data without its last axis of 1 that axis; the older ones want the data to have it.
  if (argument !== null && context.kerasVersion === 3)
    fixes.push(
      ...fix(
        'add-channel-axis',
        message('Give the input a channel axis: {0}', tupleText(shape)),
        writeShape(context, argument, shape),
        true,
      ),
    );
  const own = call.keywords.some(item => item.arg === 'input_shape');
  const made = `${reshape.text}(${tupleText(shape)}${own ? `, input_shape=${tupleText(given.slice(1))}` : ''})`;
  fixes.push(
    ...fix(
      'reshape-for-channels',
      message('Put `{0}` before it', made),
      together(
        insertBefore(context, call, made),
        own ? removeArgument(context.code, call, 'input_shape') : [],
        reshape.edits,
      ),
      fixes.length === 0,
    ),
  );
  return fixes;
}

/** An image or a sequence of as many values; null where no usual one has them. */
function unflattened(size: number | null, wanted: number): Shape | null {
  if (wanted === 3) return [size ?? -1, 1];
  if (size === null || wanted !== 4) return null;
  for (const channels of [1, 3]) {
    const side = Math.sqrt(size / channels);
    if (Number.isInteger(side) && side > 1) return [side, side, channels];
  }
  return null;
}

const rankRemedy: Remedy = {
  codes: ['input-rank'],
  propose(finding, context) {
    const found = ranksOf(finding);
    const layer = layerAt(context, finding.span);
    const call = context.code.callAt(finding.span);
    if (found === null || layer === null || call === null) return [];
    const { wanted, given } = found;
    if (given.length === wanted + 1) {
      const argument = shapeBefore(context, layer);
      const node = argument === null ? null : argumentOf(argument.call, argument.name, argument.place);
      if (argument === null) return [];
      if (node?.kind === 'Attribute' && node.attr === 'shape') return withoutSamples(context, node);
      if (elementsOf(node)?.length !== wanted) return [];
      return fix(
        'drop-samples-from-shape',
        message('Leave the number of samples out of the shape: {0}', tupleText(given.slice(2))),
        writeShape(context, argument, given.slice(2)),
        true,
      );
    }
    if (given.length === 3 && wanted === 4) return addChannels(context, call, layer, given);
    if (given.length !== 2) return [];
    const sequences = wanted === 3 ? keepSequences(context, call, given) : [];
    if (sequences.length > 0) return sequences;
    // A call that makes several layers, as in a loop, cannot have something before one of them only.
    const made = [...context.record.layers].filter(
      item => item.cls === layer.cls && item.madeAt?.start.offset === layer.madeAt?.start.offset,
    );
    const shape = made.length > 1 ? null : unflattened(given[1] ?? null, wanted);
    const own =
      call.keywords.find(item => item.arg === 'input_shape' || item.arg === 'input_dim')?.arg ?? null;
    if (shape === null) return [];
    const reshape = reference(context.code, 'keras.layers', 'Reshape');
    const text = `${reshape.text}(${tupleText(shape)}${own === null ? '' : `, input_shape=${tupleText(given.slice(1))}`})`;
    return fix(
      'unflatten-input',
      message('Put `{0}` before it', text),
      together(
        insertBefore(context, call, text),
        own === null ? [] : removeArgument(context.code, call, own),
        reshape.edits,
      ),
      true,
    );
  },
};

/** `predict(x[0])`: one sample without the axis of samples. */
const sampleRemedy: Remedy = {
  codes: ['input-rank'],
  propose(finding, { code }) {
    const node = code.expressionAt(finding.span);
    if (node?.kind !== 'Subscript' || node.slice.kind !== 'Constant' || node.slice.value.type !== 'int')
      return [];
    const index = Number(node.slice.value.value);
    if (index < 0) return [];
    const text = `${code.at(node.value.span)}[${index}:${index + 1}]`;
    return fix('slice-one-sample', message('Pass `{0}`', text), [{ span: finding.span, text }], true);
  },
};

/** A data set of single samples. */
const batchRemedy: Remedy = {
  codes: ['input-rank'],
  propose(finding, context) {
    const node = context.code.expressionAt(finding.span);
    const [, given, wanted] = finding.message.args.map(part => readShape(String(part)));
    const isDataSet = dataSetOf(fitAround(context, finding)) !== null && node !== null;
    if (!isDataSet || !given || !wanted || tupleText(given) !== tupleText(wanted.slice(1))) return [];
    if (node.kind !== 'Name' && node.kind !== 'Call') return [];
    const { end } = node.span;
    const title = message('Pass `{0}`', `${context.code.at(node.span)}.batch(32)`);
    return fix('batch-the-data-set', title, [{ span: { start: end, end }, text: '.batch(32)' }], true);
  },
};

/** An expression for one array; `sampleRemedy` has its own words for `x[0]`. */
function isComputed(node: Expression): boolean {
  if (node.kind === 'Subscript') return node.slice.kind !== 'Constant' || node.slice.value.type !== 'int';
  return node.kind === 'BinOp' || node.kind === 'UnaryOp' || node.kind === 'IfExp';
}

/** One sample as a batch of one, whatever the expression. */
function expanded({ code }: RemedyContext, node: Expression): Fix[] {
  const called = reference(code, 'numpy', 'expand_dims');
  const text = `${called.text}(${code.at(node.span)}, 0)`;
  return fix(
    'expand-one-sample',
    message('Pass `{0}`', text),
    [replace(node.span, text), ...called.edits],
    true,
  );
}

/** Data of the right number of values in another shape, or one sample alone: the array that the model takes. */
const arrayRemedy: Remedy = {
  codes: ['input-rank', 'input-shape'],
  propose(finding, context) {
    const { code } = context;
    const node = code.expressionAt(finding.span);
    const [, given, wanted] = finding.message.args.map(part => readShape(String(part)));
    const isWritten = node?.kind === 'Name' || node?.kind === 'Call' || node?.kind === 'Attribute';
    const fitted = fitAround(context, finding);
    if (node === null || !given || !wanted || isValidation(finding, context)) return [];
    if (areSwapped(finding, context)) return [];
    if (fitted?.x.length !== 1 || fitted.x[0]!.array === null) return [];
    const text = code.at(finding.span);
    // Data with as many labels are samples, of which the shape was taken whole.
    const hasLabels = given[0] !== null && fitted.y[0]?.shape?.[0] === given[0];
    const isSample = !hasLabels && tupleText(given) === tupleText(wanted.slice(1));
    if (!isWritten) return isSample && isComputed(node) ? expanded(context, node) : [];
    if (isSample)
      return fix(
        'index-one-sample',
        message('Pass `{0}`', `${text}[None]`),
        [{ span: finding.span, text: `${text}[None]` }],
        true,
      );
    const size = (shape: Shape) =>
      shape.slice(1).reduce<number>((product, length) => product * (length ?? Number.NaN), 1);
    if (given.length === wanted.length || size(given) !== size(wanted)) return [];
    const isReshaped = node.kind === 'Call' && node.func.kind === 'Attribute' && node.func.attr === 'reshape';
    const whole = isReshaped
      ? code.at((node.func as Extract<Expression, { kind: 'Attribute' }>).value.span)
      : text;
    const target = [-1, ...wanted.slice(1)].join(', ');
    const made = `${whole}.reshape(${target})`;
    return fix('reshape-data', message('Pass `{0}`', made), [{ span: finding.span, text: made }], true);
  },
};

/** One array for each input, where the script has exactly one that fits. */
const countRemedy: Remedy = {
  codes: ['input-count'],
  propose(finding, context) {
    const model = modelOfCall(finding, context);
    const inputs = model?.graph?.inputs ?? [];
    const fit = context.record.fits.find(
      item => item.model === model && item.span.end.offset >= finding.span.end.offset,
    );
    if (inputs.length < 2 || fit === undefined) return [];
    const rows = fit.y[0]?.shape?.[0] ?? fit.x[0]?.shape?.[0] ?? null;
    const labels = new Set(fit.y.map(item => item.text));
    const names = inputs.map(input => {
      const shape = input.shape.slice(1);
      const fitting = namedBefore(context, finding.span).filter(
        ({ name, shape: own }) =>
          !labels.has(name) &&
          own.length === shape.length + 1 &&
          (rows === null || own[0] === rows) &&
          shape.every((size, axis) => size === null || own[axis + 1] === size),
      );
      return fitting.length === 1 ? fitting[0]!.name : null;
    });
    if (names.includes(null) || new Set(names).size < names.length) return [];
    const text = `[${names.join(', ')}]`;
    return fix(
      'pass-array-for-each-input',
      message('Pass `{0}`', text),
      [{ span: finding.span, text }],
      true,
    );
  },
};

export const inputRemedies: readonly Remedy[] = [
  rankRemedy,
  sampleRemedy,
  batchRemedy,
  arrayRemedy,
  countRemedy,
];
