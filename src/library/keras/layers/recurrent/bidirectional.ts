/** The layer `Bidirectional`. */

import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { PyClass } from '../../../../python/classes.ts';
import {
  AttributeError,
  type ErrorDetail,
  KeyError,
  TypeError as PyTypeError,
  type PythonError,
  raise,
  ValueError,
} from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { PyList, PyTuple, type Value } from '../../../../python/values.ts';
import type { ArgumentReader } from '../../objects/arguments.ts';
import { constructorOf } from '../../objects/kerasObject.ts';
import { accepts } from '../../tensors/callableSignature.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import { flattenTensors } from '../../tensors/graphNode.ts';
import { noAttribute, ofVersion, raiseInWords } from '../../versionWords.ts';
import { defineLayer, type LayerResult } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';
import { LayerObject } from '../base/layerObject.ts';
import { cloneLayer } from '../wrappers/cloning.ts';
import { buildInner, callInnerValue, notALayer } from '../wrappers/wrapping.ts';
import type { RecurrentSettings } from './recurrentLayer.ts';

type MergeMode = 'sum' | 'mul' | 'ave' | 'concat' | null;

interface Settings {
  readonly forward: LayerObject;
  readonly backward: LayerObject;
  readonly mode: MergeMode;
  readonly returnSequences: boolean;
  readonly returnState: boolean;
}

function readMode(args: ArgumentReader): MergeMode {
  const value = args.value('merge_mode');
  const found = ([null, 'sum', 'mul', 'ave', 'concat'] as const).find(mode => mode === value);
  if (found !== undefined) return found;
  return args.fail('merge_mode', {
    3: `Invalid merge mode. Received: ${args.py.str(value)}. Merge mode should be one of {"sum", "mul", "ave", "concat", None}`,
    1: 'Invalid merge mode. Merge mode should be one of {"sum", "mul", "ave", "concat", None}',
  });
}

/** Keras's error for a layer that has no direction. */
function notRecurrent(py: Interpreter, layer: LayerObject): PythonError {
  const detail: ErrorDetail = {
    code: 'not-recurrent',
    blame: { kind: 'argument', name: 'layer' },
    explanation: message(
      '`Bidirectional` runs a layer forwards and backwards over steps, and `{0}` has no `go_backwards`.',
      layer.cls.name,
    ),
  };
  const text = `<class '${layer.cls.module}.${layer.cls.name}'> could not be deserialized properly. Please ensure that components that are Python object instances (layers, models, etc.) returned by \`get_config()\` are explicitly deserialized in the model's \`from_config()\` method.`;
  return raiseInWords(
    py,
    {
      3: [PyTypeError, text],
      2: [KeyError, 'go_backwards'],
    },
    detail,
  );
}

function takesDirection(py: Interpreter, layer: LayerObject): boolean {
  if (layer.cls.userDefined)
    return (
      accepts(py.getAttribute(layer, '__init__'), 'go_backwards') ||
      py.getAttributeOrUndefined(layer, 'go_backwards') !== undefined
    );
  return constructorOf(layer.cls)?.parameters.some(parameter => parameter.name === 'go_backwards') ?? false;
}

function flag(py: Interpreter, layer: LayerObject, name: string): boolean {
  return py.truth(py.getAttribute(layer, name));
}

function checkPair(py: Interpreter, forward: LayerObject, backward: LayerObject): void {
  const [a, b] = [flag(py, forward, 'go_backwards'), flag(py, backward, 'go_backwards')];
  const shown = (value: boolean) => (value ? 'True' : 'False');
  if (a === b) {
    throw raise(
      ValueError,
      ofVersion(py, {
        3: `Forward layer and backward layer should have different \`go_backwards\` value. Received: forward_layer.go_backwards ${shown(a)}, backward_layer.go_backwards=${shown(b)}`,
        2: `Forward layer and backward layer should have different \`go_backwards\` value.forward_layer.go_backwards = ${shown(a)},backward_layer.go_backwards = ${shown(b)}`,
      }),
      { code: 'invalid-argument' },
    );
  }
  for (const name of ['stateful', 'return_sequences', 'return_state']) {
    const [left, right] = [flag(py, forward, name), flag(py, backward, name)];
    if (left === right) continue;
    throw raise(
      ValueError,
      `Forward layer and backward layer are expected to have the same value for attribute "${name}", got "${shown(left)}" for forward layer and "${shown(right)}" for backward layer`,
      { code: 'invalid-argument' },
    );
  }
}

/** Where sequences come back, masked steps give zeros in both directions. */
function zeroMaskedSteps(layer: LayerObject, returnSequences: boolean): void {
  if (layer.definition === null || layer.cls.userDefined) return;
  layer.settings = { ...(layer.settings as RecurrentSettings), zeroOutputForMask: returnSequences };
}

function merge(y: Tensor, reversed: Tensor, { mode, returnSequences }: Settings): Tensor[] {
  const back = returnSequences ? ops.reverse(reversed, [1]) : reversed;
  switch (mode) {
    case 'concat':
      return [ops.concat([y, back], -1)];
    case 'sum':
      return [ops.add(y, back)];
    case 'ave':
      return [ops.div(ops.add(y, back), 2)];
    case 'mul':
      return [ops.mul(y, back)];
    case null:
      return [y, back];
  }
}

function halves(value: Value): [Value, Value] {
  if (!(value instanceof PyList) && !(value instanceof PyTuple)) return [null, null];
  const half = value.items.length >> 1;
  return [new PyList(value.items.slice(0, half)), new PyList(value.items.slice(half))];
}

export const bidirectional = defineLayer<Settings>({
  name: 'Bidirectional',
  module: 'rnn.bidirectional',
  parameters: 'layer, merge_mode="concat", weights=None, backward_layer=None',
  documentation: 'Runs a recurrent layer over a sequence forwards and backwards and joins both.',
  source: 'https://keras.io/api/layers/recurrent_layers/bidirectional/',
  masking: 'pass',
  callParameters: 'sequences, initial_state=None, mask=None, training=None',
  init(args, layer, py) {
    const inner = args.value('layer');
    const other = args.value('backward_layer');
    if (!(inner instanceof LayerObject)) {
      throw notALayer(
        args,
        inner,
        ofVersion(py, { 3: ValueError, 1: inner instanceof PyClass ? PyTypeError : AttributeError }),
        ofVersion(py, {
          3: `Please initialize \`Bidirectional\` layer with a \`keras.layers.Layer\` instance. Received: ${py.str(inner)}`,
          2: `Please initialize \`Bidirectional\` layer with a \`tf.keras.layers.Layer\` instance. Received: ${py.str(inner)}`,
          1:
            inner instanceof PyClass
              ? "get_config() missing 1 required positional argument: 'self'"
              : noAttribute(inner, 'get_config'),
        }),
      );
    }
    const given =
      other === null || other instanceof LayerObject
        ? other
        : args.fail('backward_layer', {
            3: `\`backward_layer\` need to be a \`keras.layers.Layer\` instance. Received: ${py.str(other)}`,
            2: `\`backward_layer\` need to be a \`tf.keras.layers.Layer\` instance. Received: ${py.str(other)}`,
          });
    const mode = readMode(args);
    if (given === null && !takesDirection(py, inner)) throw notRecurrent(py, inner);
    const forward = cloneLayer(
      py,
      inner,
      new Map([['name', `forward_${inner.name.replace(/^forward_/, '')}`]]),
    );
    const backward =
      given ??
      cloneLayer(
        py,
        inner,
        new Map<string, Value>([
          ['name', `backward_${inner.name.replace(/^backward_/, '')}`],
          ['go_backwards', true],
        ]),
      );
    checkPair(py, forward, backward);
    const returnSequences = flag(py, inner, 'return_sequences');
    zeroMaskedSteps(forward, returnSequences);
    zeroMaskedSteps(backward, returnSequences);
    layer.inputSpec = inner.inputSpec;
    layer.supportsMasking = returnSequences;
    // The layer that was passed in is only a pattern: its copies do the work, the forward one first.
    layer.attributes.delete('layer');
    layer.attributes.delete('backward_layer');
    layer.attributes.set('forward_layer', forward);
    layer.attributes.set('backward_layer', backward);
    for (const name of ['return_sequences', 'return_state', 'stateful'])
      layer.attributes.set(name, py.getAttribute(inner, name));
    return { forward, backward, mode, returnSequences, returnState: flag(py, inner, 'return_state') };
  },
  derive(layer, [input], output) {
    const { forward, returnSequences } = layer.settings;
    const name = forward.cls.name;
    const units = dimText(output.at(-1));
    const steps = dimText(input[1]);
    return returnSequences
      ? message('`{0}` forwards and backwards, both at each of {1} steps: {2} units', name, steps, units)
      : message('`{0}` forwards and backwards over {1} steps: {2} units', name, steps, units);
  },
  build(layer, [shape], py) {
    buildInner(py, layer.settings.forward, shape);
    buildInner(py, layer.settings.backward, shape);
  },
  call(layer, { inputs: [x], masks: [mask], args, training, py }): LayerResult {
    const { forward, backward, returnState } = layer.settings;
    const starts = halves(args.get('initial_state') ?? null);
    const results = [forward, backward].map((inner, index) => {
      const own = py.getAttribute(inner, 'call');
      const keywords: [string, Value][] = starts[index] === null ? [] : [['initial_state', starts[index]]];
      const call = {
        keywords,
        mask: accepts(own, 'mask') ? mask : null,
        ...(accepts(own, 'training') ? { training } : {}),
      };
      return flattenTensors([callInnerValue(py, inner, [wrap(py, x)], call)]).map(object =>
        tensorOf(py, object),
      );
    });
    const merged = merge(results[0][0], results[1][0], layer.settings);
    const states = returnState ? results.flatMap(result => result.slice(1)) : [];
    const outputs = [...merged, ...states];
    return outputs.length === 1 ? outputs[0] : outputs;
  },
  mask: (layer, { masks: [mask] }) => (layer.settings.returnSequences ? mask : null),
});
