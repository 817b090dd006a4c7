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
      /The model expects \d+ input arrays, but only received one array/,
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
      /Unknown entries? in `?loss(?:_weights)?`? dictionary/,
      /Output "\w+" missing from loss dictionary/,
      /Found unexpected (?:losses or metrics|keys) that do not correspond to any Model output/,
      /When passing a list as loss(?:_weights)?, it should have one entry per model outputs/,
      /when providing the `loss` argument as a list, it should have as many entries/,
    ],
    advice: message('The keys of the losses must be the names of the output layers: `Dense(…, name="…")`.'),
  },
  {
    codes: ['unknown-argument', 'renamed-argument'],
    says: [
      /got an unexpected keyword argument/,
      /Received unknown keyword arguments/,
      /Invalid keyword argument(?:s|\(s\))/,
      /Unrecognized keyword arguments? passed to/,
      /Argument\(s\) not recognized/,
      /Keyword argument not understood/,
      /Unexpected keyword argument passed to optimizer/,
      /is not a valid argument, kwargs should be empty/,
      /Unrecognized keyword arguments: \[/,
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
      'unknown-constraint',
    ],
    says: [
      /Could not interpret (?:loss|metric|optimizer|activation function|initializer|regularizer) (?:function )?identifier/,
      /Invalid (?:loss|metric|optimizer|activation function|objective|initialization|regularizer|constraint): /,
      /Unknown (?:loss|metric|optimizer|activation|initializer|regularizer|constraint) ?(?:function)?:/,
      /Unknown activation function '.*' cannot be deserialized/,
    ],
    advice: message('No loss, metric, optimizer or function has that name: it is misspelt or not imported.'),
  },
  {
    codes: ['not-compiled'],
    says: [
      /You must (?:call `compile\(\)`|compile (?:your|a) model) before/,
      /The model needs to be compiled before being used/,
    ],
    advice: message('Call `model.compile(...)` before training.'),
  },
  {
    codes: ['not-built'],
    says: [
      /has no defined input shape yet/,
      /This model has not yet been built/,
      /has never been called/,
      /The first layer in a Sequential model must get an `input_shape`/,
    ],
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
    says: [/No loss (?:to compute|found)/, /The model cannot be compiled because it has no loss to optimize/],
    advice: message('The model has nothing to learn from: give `compile` a loss, or call `add_loss`.'),
  },
  {
    codes: ['labels-missing'],
    says: [/None values not supported/, /Target data is missing/, /You must pass `?y`?/],
    advice: message(
      'A loss compares outputs with labels, and no labels were passed: give `fit` both, `fit(x, y)`.',
    ),
  },
  {
    codes: ['no-gradients', 'loss-outside-tape', 'labels-missing'],
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
    codes: ['class-weight', 'attribute-error'],
    says: [
      /Expected `class_weight` to be a dict/,
      /`class_weight` must (?:contain|be)/,
      /Expected `class_weight` to be a dict with keys from 0/,
      /'(?:list|numpy\.ndarray)' object has no attribute 'items'/,
    ],
    advice: message('`class_weight` is a dictionary from class numbers to weights: `{0: 1.0, 1: 2.5}`.'),
  },
  {
    codes: ['shape-not-a-tuple', 'type-error'],
    says: [/Cannot convert '?\d+'? to a shape/, /'int' object is not iterable/],
    advice: message('A shape is a tuple, also with one number: `shape=(10,)`.'),
  },
  {
    codes: ['not-a-layer'],
    says: [
      /added layer must be an instance of class Layer/,
      /Only instances of `?keras\.Layer`? can be added/,
    ],
    advice: message(
      'A model is made of layers that are made, not of classes: `Flatten()` instead of `Flatten`.',
    ),
  },
  {
    codes: ['not-a-tensor', 'not-a-keras-tensor'],
    says: [
      /Only input tensors may be passed as positional arguments/,
      /Inputs to a layer should be tensors/,
      /was called with an input that isn't a symbolic tensor/,
      /Output tensors (?:to|of) a (?:Model|Functional model) must be the output of a/,
      /All `(?:inputs|outputs)` values must be KerasTensors/,
    ],
    advice: message(
      'A layer is called on a tensor: on `Input(...)`, or on what another layer gives when it is called.',
    ),
  },
  {
    codes: ['not-recurrent'],
    says: [/Please initialize `Bidirectional` layer/, /Merge mode should be/, /KeyError: 'go_backwards'/],
    advice: message('`Bidirectional` goes around a recurrent layer, such as `LSTM(32)`.'),
  },
  {
    codes: ['metrics-list', 'metrics-position'],
    says: [/Expected `metrics` argument to be a list/, /`metrics` .*must be a list/],
    advice: message("Metrics are passed as a list: `metrics=['accuracy']`."),
  },
  {
    codes: ['weight-shape', 'weights-mismatch'],
    says: [
      /weight shape \(.*\) (?:is )?not compatible with provided weight shape/,
      /You called `set_weights\(weights\)` on layer/,
      /Shapes \(.*\) and \(.*\) are incompatible.*load_weights/s,
      /Layer count mismatch when loading weights/,
      /You are trying to load a weight file containing \d+ layers? into a model with \d+ layers?/,
    ],
    advice: message(
      'The weights belong to another model: build the layers as they were when the weights were saved.',
    ),
  },
  {
    codes: ['duplicate-name'],
    says: [/should have unique names/, /is used \d+ times in the model/],
    advice: message('Two layers have one name: leave the names out, or make each of them another.'),
  },
  {
    codes: ['unknown-class', 'saved-lambda'],
    says: [
      /Unknown (?:layer|object|metric function|loss function): '?\w+/,
      /Could not locate (?:class|function) '/,
    ],
    advice: message(
      'The file names a class or function of your own: pass it to `load_model` with `custom_objects`.',
    ),
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
