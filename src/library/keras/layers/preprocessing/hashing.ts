/** The layer `Hashing`. */
import type { Shape } from '../../../../graph/shapes.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { PyList, PyTuple, type Value } from '../../../../python/values.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { farmFingerprint, sipHash } from './fingerprints.ts';
import { hostCall, shapedValue, shapeOnly } from './hostLayer.ts';
import { numberTensor, type Token, tokensOf } from './hostTokens.ts';
import { refuseWord } from './unknownWord.ts';
import { encodeIndices } from './vocabulary.ts';

interface Settings {
  readonly bins: number;
  readonly maskValue: Token | null;
  /** The key of SipHash; null for FarmHash. */
  readonly salt: readonly [bigint, bigint] | null;
  readonly mode: 'int' | 'one_hot' | 'multi_hot' | 'count';
  readonly dtype: 'int64' | 'int32' | 'float32';
}

function saltOf(args: ArgumentReader): Settings['salt'] {
  const value = args.value('salt');
  if (value === null) return null;
  const items = value instanceof PyTuple || value instanceof PyList ? value.items : [value, value];
  const numbers = items.map(item =>
    typeof item === 'number' || typeof item === 'bigint' ? BigInt(item) : null,
  );
  const [first, second] = numbers;
  if (numbers.length === 2 && first !== null && second !== null) return [first, second];
  return args.fail(
    'salt',
    `The \`salt\` argument for \`Hashing\` can only be a tuple of size 2 integers, or a single integer. Received: salt=${args.py.str(value)}.`,
  );
}

/** Bins of tokens; the first bin is the mask's where there is one. */
function binsOf({ bins, maskValue, salt }: Settings, items: readonly Token[]): number[] {
  const masked = maskValue !== null && bins > 1;
  const count = BigInt(masked ? bins - 1 : bins);
  return items.map(item => {
    if (masked && item === maskValue) return 0;
    const text = typeof item === 'number' ? String(Math.trunc(item)) : item;
    const hash = salt === null ? farmFingerprint(text) : sipHash(text, salt);
    return Number(hash % count) + (masked ? 1 : 0);
  });
}

/** The shape inside a model, where Keras always encodes along the last axis. */
function encodedShape({ mode, bins }: Settings, shape: Shape): Shape {
  return mode === 'int' ? shape : [...shape.slice(0, -1), bins];
}

function hash(py: Interpreter, layer: LayerObject<Settings>, inputs: Value): Value {
  const { settings } = layer;
  const { shape, items } = tokensOf(py, inputs);
  if (items === null) {
    const appended = settings.mode === 'one_hot' && shape[shape.length - 1] !== 1;
    const full = appended ? [...shape, settings.bins] : encodedShape(settings, shape);
    return shapedValue(py, layer.cls.name, full, settings.dtype);
  }
  const bins = binsOf(settings, items);
  const known = shape as readonly number[];
  if (settings.mode === 'int') return numberTensor(py, bins, known, settings.dtype);
  const encoded = encodeIndices(bins, known, settings.bins, settings.mode);
  return numberTensor(py, encoded.data, encoded.shape, settings.dtype);
}

export const hashing = defineLayer<Settings>({
  name: 'Hashing',
  module: 'preprocessing.hashing',
  parameters: 'num_bins, mask_value=None, salt=None, output_mode="int", sparse=False',
  documentation: 'Text or integers as the bins that their hashes fall into.',
  source: 'https://keras.io/api/layers/preprocessing_layers/categorical/hashing/',
  masking: 'stop',
  methods: [hostCall(hash)],
  init(args, layer, py) {
    const bins = args.optionalInteger('num_bins');
    if (bins === null || bins <= 0) {
      return args.fail(
        'num_bins',
        `The \`num_bins\` for \`Hashing\` cannot be \`None\` or non-positive values. Received: num_bins=${py.str(args.value('num_bins'))}.`,
      );
    }
    const allowed = ['int', 'one_hot', 'multi_hot', 'count'] as const;
    const given = args.value('output_mode');
    const mode = allowed.find(name => name === given);
    if (mode === undefined) {
      return refuseWord(args, 'output_mode', {
        words: allowed,
        words3: `Invalid value for argument \`output_mode\`. Expected one of ('int', 'one_hot', 'multi_hot', 'count'). Received: output_mode=${py.str(given)}`,
      });
    }
    const mask = args.value('mask_value');
    const dtype = mode !== 'int' ? 'float32' : layer.dtype === 'int32' ? 'int32' : 'int64';
    const maskValue = typeof mask === 'string' ? mask : (numberOf(mask) ?? null);
    return { bins, maskValue, salt: saltOf(args), mode, dtype };
  },
  call(layer, { inputs: [x], py }) {
    return shapeOnly(
      py,
      layer as never,
      [x],
      encodedShape(layer.settings, x.shape),
      layer.settings.dtype,
      hash,
    );
  },
});
