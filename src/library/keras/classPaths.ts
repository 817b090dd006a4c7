/** Where earlier versions kept the classes of today, and what they called them, for what prints a class. */
import type { PyClass } from '../../python/classes.ts';
import { pathOfClassKey } from '../../python/classPaths.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { kerasVersionKey } from '../kerasVersion.ts';
import { namesOfKeras1 } from './naming.ts';

/** Modules of tf.keras 2.15 where they are others, by the beginning of today's. */
const modulesOfKeras2: readonly (readonly [RegExp, string])[] = [
  [/^models\.model$/, 'engine.training'],
  [/^models\./, 'engine.'],
  [/^layers\.layer$/, 'engine.base_layer'],
  [/^layers\.core\.input_layer$/, 'engine.input_layer'],
  [/^layers\.input_spec$/, 'engine.input_spec'],
  [/^layers\.core\.wrapper$/, 'layers.rnn.base_wrapper'],
  [/^layers\.rnn\.rnn$/, 'layers.rnn.base_rnn'],
  [/^layers\.activations\./, 'layers.activation.'],
  [/^losses\..*/, 'losses'],
  [/^metrics\.(metric|reduction_metrics)$/, 'metrics.base_metric'],
  [/^constraints\..*/, 'constraints'],
  [/^regularizers\..*/, 'regularizers'],
  [/^initializers(\..*)?$/, 'initializers.initializers'],
  [/^callbacks\..*/, 'callbacks'],
];

/** Modules of Keras 1, by the names that the classes had there. */
const modulesOfKeras1: readonly (readonly [RegExp, string])[] = [
  [/^(Layer|InputLayer)$/, 'engine.topology'],
  [/^Model$/, 'engine.training'],
  [/^Sequential$/, 'models'],
  [/Convolution|^(UpSampling|ZeroPadding|Cropping)/, 'layers.convolutional'],
  [/^ConvLSTM2D$/, 'layers.convolutional_recurrent'],
  [/Pooling/, 'layers.pooling'],
  [/^(SimpleRNN|LSTM|GRU)$/, 'layers.recurrent'],
  [/^(TimeDistributed|Bidirectional|Wrapper)$/, 'layers.wrappers'],
  [/^Embedding$/, 'layers.embeddings'],
  [/^BatchNormalization$/, 'layers.normalization'],
  [/^Gaussian/, 'layers.noise'],
  [/^(LeakyReLU|PReLU|ELU)$/, 'layers.advanced_activations'],
  [
    /^(Masking|(Spatial)?Dropout|Activation$|Reshape|Permute|Flatten|RepeatVector|Lambda|Dense$|Activity)/,
    'layers.core',
  ],
];

function pathInKeras1(name: string, module: string): string | null {
  const called = namesOfKeras1[name] ?? name;
  const found = modulesOfKeras1.find(([pattern]) => pattern.test(called));
  if (found !== undefined) return `keras.${found[1]}.${called}`;
  const [kind] = module.split('.');
  return ['optimizers', 'callbacks', 'constraints', 'regularizers'].includes(kind)
    ? `keras.${kind}.${called}`
    : null;
}

function pathInKeras2(name: string, module: string): string {
  const found = modulesOfKeras2.find(([pattern]) => pattern.test(module));
  return `keras.src.${found === undefined ? module : module.replace(found[0], found[1])}.${name}`;
}

/** To be called once for a program that uses Keras. */
export function nameClassesByVersion(py: Interpreter): void {
  py.state(pathOfClassKey).of = (cls: PyClass) => {
    const { current: version } = py.state(kerasVersionKey);
    if (version === 3 || cls.userDefined || !cls.module.startsWith('keras.src.')) return null;
    const module = cls.module.slice('keras.src.'.length);
    return version === 1 ? pathInKeras1(cls.name, module) : pathInKeras2(cls.name, module);
  };
}
