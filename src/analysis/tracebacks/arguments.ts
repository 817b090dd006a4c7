/** Errors about arguments, names and the order of calls. */
import { message } from '../../python/message.ts';
import type { ErrorFamily } from './family.ts';

export const argumentFamilies: readonly ErrorFamily[] = [
  {
    codes: ['input-count', 'input-names'],
    says: [
      /expects \d+ input(?:s|\(s\)), but it received \d+ input tensors/,
      /Missing data for input/,
      /the list of Numpy arrays that you are passing to your model is not the size the model expected/i,
      /No data provided for "\w+"/,
      /Unexpectedly found an instance of type/,
    ],
    advice: message(
      'A model with several inputs takes a list with an array for each, or a dictionary by their names.',
    ),
  },
  {
    codes: ['output-names', 'output-count'],
    says: [
      /Expected keys .* in loss dict/,
      /In the dict argument `\w+`, key .* does not correspond to any model output/,
      /Unknown entries? in `?loss`? dictionary/,
      /when providing the `loss` argument as a list, it should have as many entries/,
    ],
    advice: message('The keys of the losses must be the names of the output layers: `Dense(…, name="…")`.'),
  },
  {
    codes: ['unknown-argument', 'renamed-argument'],
    says: [
      /got an unexpected keyword argument/,
      /Unrecognized keyword arguments? passed to/,
      /Argument\(s\) not recognized/,
      /Keyword argument not understood/,
    ],
    advice: message(
      'The call knows no argument of that name: it is misspelt, or another version of Keras has it.',
    ),
  },
  {
    codes: [
      'unknown-loss',
      'unknown-metric',
      'unknown-optimizer',
      'unknown-activation',
      'unknown-initializer',
      'unknown-regularizer',
    ],
    says: [
      /Could not interpret (?:loss|metric|optimizer|activation function|initializer|regularizer) (?:function )?identifier/,
      /Invalid (?:loss|metric|optimizer|activation function|objective): /,
      /Unknown (?:loss|metric|optimizer|activation|initializer|regularizer) ?(?:function)?:/,
    ],
    advice: message('No loss, metric, optimizer or function has that name: it is misspelt or not imported.'),
  },
  {
    codes: ['not-compiled'],
    says: [/You must (?:call `compile\(\)`|compile your model) before/],
    advice: message('Call `model.compile(...)` before training.'),
  },
  {
    codes: ['not-built'],
    says: [/has no defined input shape yet/, /This model has not yet been built/, /has never been called/],
    advice: message('The model does not know its input yet: begin it with `Input(shape=...)`.'),
  },
  {
    codes: ['graph-disconnected'],
    says: [
      /Graph disconnected: cannot (?:find parent|obtain value) for tensor/,
      /`inputs` not connected to `outputs`/,
    ],
    advice: message(
      'An output depends on an input that the model was not given: list every input in `Model(inputs=...)`.',
    ),
  },
  {
    codes: ['no-loss'],
    says: [/No loss to compute/, /The model cannot be compiled because it has no loss to optimize/],
    advice: message('The model has nothing to learn from: give `compile` a loss, or call `add_loss`.'),
  },
  {
    codes: ['no-gradients', 'loss-outside-tape'],
    says: [
      /No gradients provided for any variable/,
      /No gradients for any variable/,
      /does not require grad/,
    ],
    advice: message(
      'The loss does not depend on any weight that can be trained: look for frozen layers and for functions without a gradient (`argmax`, `round`, NumPy).',
    ),
  },
  {
    codes: ['symbolic-value'],
    says: [
      /Cannot convert a symbolic (?:tf\.)?(?:Keras input\/output|Tensor)/i,
      /A KerasTensor (?:is symbolic|cannot be used as input to a TensorFlow function)/,
      /[Uu]sing a (?:symbolic )?`?tf\.Tensor`? as a Python `?bool`? is not allowed/,
    ],
    advice: message(
      "The tensors of a model have no values while it is built: use layers or `keras.ops`, not NumPy or Python's `if`.",
    ),
  },
  {
    codes: ['super-init'],
    says: [
      /it looks like you are subclassing `\w+`.* forgot to call `super\(\)\.__init__\(\)`/,
      /forgot to call `super\(\)\.__init__/i,
      /cannot assign module before Module\.__init__\(\) call/,
    ],
    advice: message('A layer or model of your own calls `super().__init__()` before it sets any attribute.'),
  },
  {
    codes: ['key-error'],
    says: [/KeyError: '(?:val_)?acc'/],
    advice: message(
      'The history names the metric as `compile` did: `accuracy` and `val_accuracy` since Keras 2.3, `acc` before.',
    ),
  },
  {
    codes: ['attribute-error', 'import-name'],
    says: [
      /has no attribute '(?:predict_classes|predict_proba|fit_generator|evaluate_generator|predict_generator)'/,
      /module '(?:keras|tensorflow|tf_keras)[\w.]*' has no attribute/,
    ],
    advice: message('Another version of Keras has this name: it was removed or lies elsewhere now.'),
  },
  {
    codes: ['undefined-name', 'import-name'],
    says: [/NameError: name '\w+' is not defined/, /ImportError: cannot import name/, /No module named/],
    advice: message('The name is not imported, or another version of Keras has it elsewhere.'),
  },
];
