/** Every layer made again from its config, from its saved form, and as part of a cloned model is the same layer. */
import { expect, it } from 'vitest';
import { lawCases, lawless } from '../layers/laws-cases.ts';
import { runSaving } from './program.ts';

const sizes = { batch: 2, steps: 5, height: 6, width: 6, features: 4 };

/** Layers that the laws do not call, alone or where they belong; null for no input. */
const others: Readonly<Record<string, { readonly makes: readonly string[]; readonly input: string | null }>> =
  {
    InputLayer: { makes: ['InputLayer(shape=(3,))', 'InputLayer(shape=(3,), dtype="int32")'], input: null },
    Wrapper: { makes: ['Wrapper(layers.Dense(3))'], input: null },
    SimpleRNNCell: { makes: ['SimpleRNNCell(3, recurrent_dropout=0.1)'], input: null },
    LSTMCell: { makes: ['LSTMCell(3, unit_forget_bias=False)'], input: null },
    GRUCell: { makes: ['GRUCell(3, reset_after=False)'], input: null },
    StackedRNNCells: { makes: ['StackedRNNCells([layers.LSTMCell(3), layers.GRUCell(2)])'], input: null },
    StringLookup: {
      makes: ['StringLookup(vocabulary=["a", "b"])', 'StringLookup(vocabulary=["a"], output_mode="one_hot")'],
      input: 'keras.Input((1,), dtype="string")',
    },
    TextVectorization: {
      makes: [
        'TextVectorization(vocabulary=["a", "b"], output_sequence_length=4)',
        'TextVectorization(max_tokens=9)',
      ],
      input: 'keras.Input((1,), dtype="string")',
    },
    Hashing: { makes: ['Hashing(7, mask_value="", salt=3)'], input: 'keras.Input((1,), dtype="string")' },
    HashedCrossing: { makes: ['HashedCrossing(5, output_mode="one_hot")'], input: null },
  };

interface Sample {
  readonly make: string;
  /** What the layer is called on, in Python; null where it is not called. */
  readonly input: string | null;
}

const lawful = [...lawCases.values()].flatMap(({ makes, inputs, integers, passed }) => {
  const dtype = integers === undefined ? '' : ', dtype="int32"';
  const tensors = inputs(sizes).map(shape => `keras.Input((${shape.join(', ')},)${dtype})`);
  const input = passed === 'list' ? `[${tensors.join(', ')}]` : tensors.join(', ');
  return makes.map((make): Sample => ({ make, input }));
});
const lawlessSamples = Object.values(others).flatMap(({ makes, input }) =>
  makes.map((make): Sample => ({ make, input })),
);

const program = (samples: readonly Sample[]): string => `
from keras.layers import *

def text(config):
    return json.dumps(config, sort_keys=True, default=repr)

def same(one, other):
    return type(one) is type(other) and text(one.get_config()) == text(other.get_config())

def check(name, layer, call):
    if not same(layer, type(layer).from_config(layer.get_config())):
        print(name, 'config')
    saved = keras.saving.serialize_keras_object(layer)
    if 'lambda' not in name:
        saved = json.loads(json.dumps(saved))
    if not same(layer, keras.saving.deserialize_keras_object(saved)):
        print(name, 'saved')
    if call is None:
        return
    inputs = call()
    outputs = layer(*inputs)
    flat = [x for given in inputs for x in (given if isinstance(given, list) else [given])]
    model = keras.Model(flat, outputs)
    clone = keras.models.clone_model(model)
    for made in ([clone] if 'lambda' in name else [clone, keras.models.model_from_json(model.to_json())]):
        if [w.shape for w in made.weights] != [w.shape for w in model.weights] or str(made.output_shape) != str(model.output_shape):
            print(name, 'model')

${samples
  .map(({ make, input }) => {
    const call = input === null ? 'None' : `lambda: (${input},)`;
    return `try:
    check(${JSON.stringify(make)}, layers.${make}, ${call})
except Exception as error:
    print(${JSON.stringify(make)}, type(error).__name__, error)`;
  })
  .join('\n')}
print('all')
`;

it('has a sample of every layer', () => {
  expect(Object.keys(others).sort()).toEqual([...lawless.keys()].sort());
});

it.each([
  ['that compute', lawful],
  ['of text, cells and inputs', lawlessSamples],
])('layers %s', async (_which, samples) => {
  const run = await runSaving(program(samples));
  expect(run.stderr).toBe('');
  expect(run.stdout.trim().split('\n')).toEqual(['all']);
});
