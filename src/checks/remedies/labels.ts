/** Ways out of labels and data that do not fit the outputs, each other, or the call. */
import type { LayerObject } from '../../library/keras/layers/base/layerObject.ts';
import type { ModelObject } from '../../library/keras/models/modelObject.ts';
import type { Fix } from '../../python/errors.ts';
import { message } from '../../python/message.ts';
import { PyTuple } from '../../python/values.ts';
import {
  argumentOf,
  fix,
  paddingName,
  removeArgument,
  removeLayer,
  replace,
  setArgument,
  together,
} from '../edits.ts';
import { reference } from '../imports.ts';
import { fitAround, insertBefore, type Remedy, type RemedyContext, readShape } from './remedy.ts';

/** The layers from input to output, the one that makes the only output last; none where there are several. */
function layersOf(model: ModelObject): readonly LayerObject[] {
  if (model.kind === 'sequential') return model.stack;
  const { graph } = model;
  const last = graph?.outputs.length === 1 ? graph.outputs[0]!.history?.node.operation : undefined;
  const layers = graph?.layers ?? [];
  const made = layers.find(layer => layer === last);
  return made === undefined ? [] : [...layers.filter(layer => layer !== made), made];
}

/** A recurrent layer that puts out its last step in place of all of them. */
export function lastStepOnly(context: RemedyContext, recurrent: LayerObject): Fix[] {
  const call = context.code.callAt(recurrent.madeAt);
  if (call === null || argumentOf(call, 'return_sequences', null) === null) return [];
  return fix(
    'return-last-step',
    message('Let `{0}` return its last step only', recurrent.cls.name),
    removeArgument(context.code, call, 'return_sequences'),
    true,
  );
}

/** The last layers keep an axis that the labels do not have. */
const sequenceRemedy: Remedy = {
  codes: ['label-shape'],
  propose(finding, context) {
    const fitted = fitAround(context, finding);
    const shapes = finding.message.args.flatMap(part => {
      const shape = readShape(String(part));
      return shape === null ? [] : [shape];
    });
    const [labels, outputs] = shapes;
    if (fitted === null || labels === undefined || outputs === undefined) return [];
    const stack = layersOf(fitted.model);
    // What keeps the width stays behind the layer that has it.
    const last = stack.findLast(
      ({ definition }) => !/^(Activation|Softmax|Dropout)$/.test(definition?.name ?? ''),
    );
    if (last === undefined || outputs.length <= labels.length || outputs.length < 3) return [];
    const fixes: Fix[] = [];
    const sequential = [...stack].reverse().find(layer => (layer.lastCall?.outputs[0]?.length ?? 0) === 3);
    const recurrent = sequential?.config.has('return_sequences')
      ? sequential
      : [...stack].reverse().find(layer => layer.config.has('return_sequences'));
    const behind = recurrent === undefined ? [] : stack.slice(stack.indexOf(recurrent) + 1);
    const needsSteps = behind.some(({ definition }) => /Conv|Pool|RNN|LSTM|GRU/.test(definition?.name ?? ''));
    if (recurrent !== undefined && !needsSteps) fixes.push(...lastStepOnly(context, recurrent));
    const made = context.code.callAt(last.madeAt);
    if (made === null) return fixes;
    const pooling = outputs.length === 3 ? 'GlobalAveragePooling1D' : 'GlobalAveragePooling2D';
    // Rows of any length have no width that the layer behind could be made for.
    const whole = fitted.model.graph?.outputs[0]?.shape ?? outputs;
    const isOpen = whole.slice(1, -1).includes(null);
    for (const name of [...(isOpen ? [] : ['Flatten']), ...(outputs.length <= 4 ? [pooling] : [])]) {
      const layer = reference(context.code, 'keras.layers', name);
      fixes.push(
        ...fix(
          'flatten-before-output',
          message('Put `{0}` before it', `${layer.text}()`),
          together(insertBefore(context, made, `${layer.text}()`), layer.edits),
          fixes.length === 0,
        ),
      );
    }
    return fixes;
  },
};

/** The labels come with the data set. */
const twiceRemedy: Remedy = {
  codes: ['data-labels-twice'],
  propose(finding, context) {
    const { code } = context;
    const labels = code.expressionAt(finding.span);
    const parent = labels === null ? null : code.parent(labels);
    const call = parent?.kind === 'keyword' ? code.parent(parent) : parent;
    if (call?.kind !== 'Call' || labels === null) return [];
    const title = message('Leave out `{0}`', code.at(finding.span));
    if (parent?.kind === 'keyword')
      return fix('drop-labels-by-keyword', title, removeArgument(context.code, call, parent.arg ?? ''), true);
    const index = call.args.indexOf(labels);
    const before = call.args[index - 1];
    // Arguments behind it would move up.
    if (before === undefined || index !== call.args.length - 1) return [];
    return fix(
      'drop-labels-by-place',
      title,
      [{ span: { start: before.span.end, end: labels.span.end }, text: '' }],
      true,
    );
  },
};

const weightsRemedy: Remedy = {
  codes: ['class-weight'],
  propose(finding, context) {
    const given = context.code.expressionAt(finding.span);
    const text = context.code.at(finding.span);
    // Its other errors are not about what it is.
    if (!finding.raises?.includes('to be a dict')) return [];
    if (given?.kind === 'List' && given.elts.length <= 10) {
      const entries = given.elts.map((item, index) => `${index}: ${context.code.at(item.span)}`);
      const dict = `{${entries.join(', ')}}`;
      return fix(
        'write-class-weights',
        message('Pass `{0}`', dict),
        [{ span: finding.span, text: dict }],
        true,
      );
    }
    return fix(
      'enumerate-class-weights',
      message('Pass `{0}`', `dict(enumerate(${text}))`),
      [{ span: finding.span, text: `dict(enumerate(${text}))` }],
      true,
    );
  },
};

const secondInputRemedy: Remedy = {
  codes: ['second-input'],
  propose(finding, context) {
    const call = context.code.callAt(finding.span);
    const parent = call === null ? null : context.code.parent(call);
    const layer = [...context.record.layers].find(
      item => item.madeAt?.start.offset === finding.span.start.offset,
    );
    return parent?.kind === 'Call' || parent?.kind === 'List'
      ? fix(
          'remove-second-input',
          message('Remove the second input'),
          removeLayer(context, layer ?? null),
          true,
        )
      : [];
  },
};

/** Labels that are words: the place of each among the different ones. */
const wordsRemedy: Remedy = {
  codes: ['labels-text'],
  propose(finding, context) {
    const { code } = context;
    const fitted = fitAround(context, finding);
    const isTrained = fitted?.spans.get('y')?.start.offset === finding.span.start.offset;
    // Labels to validate on would be numbered apart.
    if (fitted === null || !isTrained || fitted.spans.has('validation_data')) return [];
    const unique = reference(code, 'numpy', 'unique', finding.span.start.offset);
    const text = `${unique.text}(${code.at(finding.span)}, return_inverse=True)[1]`;
    const { loss, lossSpan } = fitted.compile ?? { loss: null, lossSpan: null };
    const written = lossSpan === null ? '' : code.at(lossSpan);
    const isOneHot = loss === 'categorical_crossentropy' && written.includes(loss);
    return fix(
      'number-text-labels',
      message('Number the classes with `unique`'),
      together(
        unique.edits,
        [replace(finding.span, text)],
        isOneHot ? [replace(lossSpan!, written.replace(/categorical/, 'sparse_categorical'))] : [],
      ),
      true,
    );
  },
};

/** A convolution without padding that makes an image smaller than the one it is compared with. */
const sizeRemedy: Remedy = {
  codes: ['label-shape'],
  propose(finding, context) {
    const fitted = fitAround(context, finding);
    const wanted = finding.message.args
      .map(part => readShape(String(part)))
      .find(shape => shape?.length === 4);
    if (fitted === null || !wanted) return [];
    const stack = layersOf(fitted.model);
    const cut = stack.filter(layer => {
      const { inputs, outputs } = layer.lastCall ?? { inputs: [], outputs: [] };
      return (
        layer.config.get('padding') === 'valid' && inputs[0]?.[1] !== outputs[0]?.[1] && isStepped(layer)
      );
    });
    const [layer] = cut;
    const call = cut.length === 1 ? context.code.callAt(layer!.madeAt) : null;
    if (call === null || sizeAfter(stack, layer!) !== wanted[1]) return [];
    const { quote } = context.code;
    return fix(
      'keep-size-for-labels',
      message('Keep the size in `{0}`: `{1}`', layer!.cls.name, `${paddingName(context)}="same"`),
      setArgument(context.code, call, paddingName(context), `${quote}same${quote}`),
      true,
    );
  },
};

/** An output of half the size of the images that it is compared with: enlarged before the last layer. */
const enlargingRemedy: Remedy = {
  codes: ['label-shape'],
  propose(finding, context) {
    const fitted = fitAround(context, finding);
    const shapes = finding.message.args.map(part => readShape(String(part)));
    const [labels, outputs] = shapes.filter(shape => shape !== null);
    const last = fitted === null ? undefined : layersOf(fitted.model).at(-1);
    const call = context.code.callAt(last?.madeAt ?? null);
    if (last === undefined || call === null || labels === undefined || outputs === undefined) return [];
    const rank = labels.length - 2;
    const factors = labels.slice(1, -1).map((size, axis) => (size ?? 0) / (outputs[axis + 1] ?? Number.NaN));
    const isWhole = factors.every(factor => Number.isInteger(factor) && factor > 0);
    const keepsSize = last.definition?.name === `Conv${rank}D` && last.config.get('padding') === 'same';
    if (outputs.length !== labels.length || rank < 1 || rank > 2 || !isWhole || !keepsSize) return [];
    if (labels.at(-1) !== outputs.at(-1) || factors.every(factor => factor === 1)) return [];
    // A size that a window without padding took is better kept.
    if (sizeRemedy.propose(finding, context).length > 0) return [];
    const layer = reference(context.code, 'keras.layers', `UpSampling${rank}D`);
    const text = `${layer.text}(${rank === 1 ? factors[0] : `(${factors.join(', ')})`})`;
    return fix(
      'enlarge-before-output',
      message('Put `{0}` before it', text),
      together(insertBefore(context, call, text), layer.edits),
      true,
    );
  },
};

/** Whether a window goes on by one at a time. */
function isStepped(layer: LayerObject): boolean {
  const strides = layer.config.get('strides');
  const numbers = strides instanceof PyTuple ? strides.items : [strides];
  return layer.definition?.name === 'Conv2D' && numbers.every(number => number === 1);
}

/** The height that the last layer would give if one layer kept that of its input. */
function sizeAfter(stack: readonly LayerObject[], kept: LayerObject): number | null {
  let size = kept.lastCall?.inputs[0]?.[1] ?? null;
  for (const { lastCall } of stack.slice(stack.indexOf(kept) + 1)) {
    const [before, after] = [lastCall?.inputs[0]?.[1], lastCall?.outputs[0]?.[1]];
    if (size === null || !before || !after) return null;
    size = (size * after) / before;
  }
  return size;
}

export const labelRemedies: readonly Remedy[] = [
  wordsRemedy,
  sizeRemedy,
  enlargingRemedy,
  sequenceRemedy,
  twiceRemedy,
  weightsRemedy,
  secondInputRemedy,
];
