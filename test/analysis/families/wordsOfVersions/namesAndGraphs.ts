/** Names of layers, and graphs of them. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const stack = `m = Sequential([Dense(3, input_shape=(4,)), Dense(2)])
`;

export const namesAndGraphs: readonly WordsOfVersions[] = [
  [
    'a layer by the name that it was given',
    `${stack}m.get_layer('dense_2')`,
    {
      1: null,
      // Keras 2.3 numbered layers from 1, TensorFlow's from the second on.
      2: null,
      3: "ValueError: No such layer: dense_2. Existing layers are: ['dense', 'dense_1'].",
    },
  ],
  [
    'a layer by a name that there is not',
    `${stack}m.get_layer('dens')`,
    {
      1: 'ValueError: No such layer: dens',
      2: "ValueError: No such layer: dens. Existing layers are: ['dense', 'dense_1'].",
    },
  ],
  [
    'a class in place of a layer',
    "Sequential([Dense(3, input_shape=(4,)), 'relu'])",
    {
      1: 'TypeError: The added layer must be an instance of class Layer. Found: relu',
      2: "TypeError: The added layer must be an instance of class Layer. Received: layer=relu of type <class 'str'>.",
      3: "ValueError: Only instances of `keras.Layer` can be added to a Sequential model. Received: relu (of type <class 'str'>)",
    },
  ],
  [
    'a class by the path that it had',
    'Sequential([Dense])',
    {
      1: "TypeError: The added layer must be an instance of class Layer. Found: <class 'keras.layers.core.Dense'>",
      2: "TypeError: The added layer must be an instance of class Layer. Received: layer=<class 'keras.src.layers.core.dense.Dense'> of type <class 'type'>.",
    },
  ],
  [
    'the class of models by the path that it had',
    'Sequential([keras.models.Sequential])',
    {
      1: "TypeError: The added layer must be an instance of class Layer. Found: <class 'keras.models.Sequential'>",
      2: "TypeError: The added layer must be an instance of class Layer. Received: layer=<class 'keras.src.engine.sequential.Sequential'> of type <class 'type'>.",
      3: "ValueError: Only instances of `keras.Layer` can be added to a Sequential model. Received: <class 'keras.src.models.sequential.Sequential'> (of type <class 'type'>)",
    },
  ],
  [
    "a convolution by Keras 1's own name",
    'Conv2D(3, 3, 3).nothing',
    { 1: "AttributeError: 'Convolution2D' object has no attribute 'nothing'" },
  ],
  [
    'a layer called on a convolution of Keras 1',
    'Dense(3)(Convolution2D(3, 3, 3))',
    { 1: "AttributeError: 'Convolution2D' object has no attribute 'get_shape'" },
  ],
  [
    'a first layer that does not say what it takes',
    'm = Sequential()\nm.add(Dense(3))\nm.add(Dense(2))',
    {
      1: 'ValueError: The first layer in a Sequential model must get an `input_shape` or `batch_input_shape` argument.',
      2: null,
      3: null,
    },
  ],
  [
    'first layers that say it in each way',
    'Sequential([Dense(3, input_dim=4)])\nSequential([LSTM(3, input_length=5, input_dim=2)])\nSequential([Embedding(5, 3)])\nSequential([Dense(3, batch_input_shape=(2, 4))])\nSequential([Sequential([Dense(3, input_shape=(4,))]), Dense(1)])',
    { 1: null, 2: null },
  ],
  [
    'a first layer with a setting that is gone',
    'm = Sequential()\nm.add(Embedding(5, 3, input_length=4, dropout=0.2))\nm.add(Dropout(0.2))',
    { 1: null },
  ],
  [
    'two layers of one name in a stack',
    "Sequential([Dense(3, input_shape=(4,), name='a'), Dense(3, name='a')])",
    {
      1: 'RuntimeError: The name "a" is used 2 times in the model. All layer names should be unique.',
      2: 'ValueError: All layers added to a Sequential model should have unique names. Name "a" is already the name of a layer in this model. Update the `name` argument to pass a unique name.',
    },
  ],
  [
    'two layers of one name in a graph',
    "i = Input(shape=(3,))\nModel(i, Dense(3, name='a')(Dense(3, name='a')(i)))",
    {
      1: 'RuntimeError: The name "a" is used 2 times in the model. All layer names should be unique.',
      2: 'ValueError: The name "a" is used 2 times in the model. All layer names should be unique.',
      3: 'ValueError: The name "a" is used 2 times in the model. All operation names should be unique.',
    },
  ],
  [
    'an input that is not among those of the model',
    'a, b = Input(shape=(3,)), Input(shape=(4,))\nModel(a, Dense(1)(b))',
    {
      1: 'RuntimeError: Graph disconnected: cannot obtain value for tensor Tensor("input_2:0", shape=(?, 4), dtype=float32) at layer "input_2". The following previous layers were accessed without issue: []',
      2: `ValueError: Graph disconnected: cannot obtain value for tensor KerasTensor(type_spec=TensorSpec(shape=(None, 4), dtype=tf.float32, name='input_2'), name='input_2', description="created by layer 'input_2'") at layer "dense". The following previous layers were accessed without issue: []`,
      3: null,
    },
  ],
  [
    'a number among the inputs of a model',
    'i = Input(shape=(3,))\nModel([i, 3], Dense(3)(i))',
    {
      1: 'TypeError: Input tensors to a Model must be Keras tensors. Found: 3 (missing Keras metadata).',
      2: 'ValueError: Input tensors to a Functional model must come from `tf.keras.Input`. Received inputs=3 (missing previous layer metadata).',
    },
  ],
  [
    'a layer called on a layer',
    'd = Dense(3)\nDense(2)(d)',
    {
      1: "AttributeError: 'Dense' object has no attribute 'get_shape'",
      2: "TypeError: Inputs to a layer should be tensors. Got '<keras.src.layers.core.dense.Dense object>' (of type <class 'keras.src.layers.core.dense.Dense'>) as input for layer 'dense_1'.",
    },
  ],
  [
    'an unknown argument of a call',
    'Dense(3)(Input(shape=(3,)), foo=3)',
    {
      1: "TypeError: __call__() got an unexpected keyword argument 'foo'",
      2: "TypeError: Dense.call() got an unexpected keyword argument 'foo'",
    },
  ],
  [
    'a layer without a call',
    'class Nothing(Layer):\n    pass\nNothing()(Input(shape=(3,)))',
    { 1: null, 2: null },
  ],
  [
    'a layer whose base is not initialised',
    'class Bare(Layer):\n    def __init__(self):\n        self.inner = Dense(3)\nBare()(Input(shape=(3,)))',
    {
      1: "AttributeError: 'Bare' object has no attribute 'built'",
      2: 'RuntimeError: You must call `super().__init__()` in the layer constructor.',
    },
  ],
  [
    'an input without a shape',
    'Input()',
    {
      1: 'AssertionError: Please provide to Input either a `shape` or a `batch_shape` argument. Note that `shape` does not include the batch dimension.',
      2: 'ValueError: Please provide to Input a `shape` or a `tensor` or a `type_spec` argument. Note that `shape` does not include the batch dimension.',
    },
  ],
  [
    'the output of a layer that was never called',
    'Dense(3).output',
    {
      1: 'AttributeError: Layer dense_1 has no inbound nodes.',
      2: 'AttributeError: Layer dense has no inbound nodes.',
    },
  ],
  [
    'weights of another shape',
    `${stack}m.layers[0].set_weights([np.zeros((3, 4)), np.zeros(3)])`,
    {
      1: 'ValueError: Layer weight shape (4, 3) not compatible with provided weight shape (3, 4)',
      2: 'ValueError: Layer dense weight shape (4, 3) is not compatible with provided weight shape (3, 4).',
    },
  ],
  [
    'data by the name of an input that was given none',
    "i = Input(shape=(3,))\nm = Model(i, Dense(3)(i))\nm.compile('sgd', 'mse')\nm.fit({'input_1': np.zeros((8, 3))}, np.zeros((8, 3)))",
    { 1: null, 2: null },
  ],
  [
    'a model whose base is not initialised',
    'class Bare(Model):\n    def __init__(self):\n        self.inner = Dense(3)\n    def call(self, x):\n        return self.inner(x)\nBare()(np.zeros((2, 3)))',
    {
      2: 'RuntimeError: It looks like you are subclassing `Model` and you forgot to call `super().__init__()`. Always start with this line.',
    },
  ],
];
