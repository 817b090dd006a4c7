/** Errors about layers, their shapes, and how models are put together. */
import type { ErrorCode } from './errorCode.ts';

export const layerErrors: readonly ErrorCode[] = [
  {
    code: 'input-rank',
    title: ['Input with the wrong number of dimensions', '输入的维数不对'],
    says: 'ValueError: Input 0 of layer "…" is incompatible with the layer: expected min_ndim=4, found ndim=3.',
    why: [
      'A layer needs a certain number of axes: images (batch, height, width, channels), sequences (batch, steps, features). Often the channel axis is missing, the sample count stands inside `input_shape`, or a recurrent layer before lacks `return_sequences=True`.',
      '层需要特定的轴数：图像是（批次，高，宽，通道），序列是（批次，步数，特征）。常见原因：缺少通道轴；`input_shape` 中写了样本数；前面的循环层缺少 `return_sequences=True`。',
    ],
    fix: [
      'Add the missing axis (`x[..., None]`), leave the sample count out of `input_shape`, or return sequences.',
      '补上缺少的轴（`x[..., None]`），从 `input_shape` 中去掉样本数，或返回序列。',
    ],
  },
  {
    code: 'input-shape',
    title: ['Input of the wrong size', '输入大小不对'],
    says: 'ValueError: Input 0 of layer "…" is incompatible with the layer: expected axis -1 of input shape to have value 10, but received input with shape (None, 8)',
    why: [
      'The layer was built for another number of features, or the model for another size.',
      '该层按另一特征数构建，或模型按另一大小构建。',
    ],
    fix: ['Correct `input_shape`, or the data.', '修正 `input_shape` 或数据。'],
  },
  {
    code: 'input-count',
    title: ['The wrong number of inputs', '输入个数不对'],
    says: 'ValueError: Layer "…" expects 2 input(s), but it received 1 input tensors.',
    why: [
      'The model or layer has another number of inputs than it is given.',
      '模型或层的输入个数与传入的不同。',
    ],
    fix: ['Pass a list with one array for each input.', '传入列表，每个输入一个数组。'],
  },
  {
    code: 'input-names',
    title: ['Inputs by names that do not exist', '输入名称不存在'],
    says: 'ValueError: Missing data for input "…".',
    why: [
      'Data passed as a dict is looked up by the names of the input layers.',
      '以字典传入的数据按输入层的名称查找。',
    ],
    fix: ['Use the names given by `Input(name=…)`.', '使用 `Input(name=…)` 给出的名称。'],
  },
  {
    code: 'output-names',
    title: ['Losses or metrics for an output that does not exist', '损失函数或指标对应的输出不存在'],
    says: "ValueError: In the dict argument `loss`, key '…' does not correspond to any model output.",
    why: [
      'A dict of losses is looked up by the names of the output layers.',
      '损失函数字典按输出层的名称查找。',
    ],
    fix: ['Use the names of the layers that make the outputs.', '使用产生输出的层的名称。'],
  },
  {
    code: 'output-count',
    title: ['Not one loss for each output', '损失函数与输出的个数不同'],
    says: 'ValueError: For a model with multiple outputs, when providing the `loss` argument as a list, it should have as many entries as the model has outputs.',
    why: ['A list of losses is matched with the outputs by place.', '损失函数列表按位置与输出对应。'],
    fix: ['Give one entry an output.', '每个输出给一项。'],
  },
  {
    code: 'layer-shape',
    title: ['A layer cannot compute with this shape', '层无法处理该形状'],
    says: null,
    why: ['The sizes that meet inside the layer do not fit.', '层内部相遇的大小不匹配。'],
    fix: ['Look at the shapes shown after the layers before it.', '查看前面各层后显示的形状。'],
  },
  {
    code: 'shape-too-small',
    title: ['Nothing is left of the image', '图像尺寸被减到零'],
    says: 'ValueError: Computed output size would be negative. (Keras 2: Negative dimension size caused by subtracting …)',
    why: [
      'Each valid-padded convolution and each pooling makes the image smaller, and here it is smaller than the window.',
      '每个 valid 填充的卷积和每次池化都会缩小图像，这里图像已小于窗口。',
    ],
    fix: [
      "Use `padding='same'`, fewer poolings, or larger inputs.",
      "使用 `padding='same'`、减少池化，或使用更大的输入。",
    ],
  },
  {
    code: 'reshape-size',
    title: ['A reshape that changes the number of values', 'Reshape 改变了元素个数'],
    says: 'ValueError: The total size of the tensor must be unchanged.',
    why: ['The product of the target shape differs from that of the input.', '目标形状的乘积与输入不同。'],
    fix: [
      'Correct a dimension, or write -1 for the one that follows.',
      '修正某个维度，或把可推导的维度写成 -1。',
    ],
  },
  {
    code: 'merge-shapes',
    title: ['Branches that do not fit together', '分支形状不匹配'],
    says: 'ValueError: A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. / Inputs have incompatible shapes.',
    why: [
      'Merging needs equal sizes: of all axes but one to concatenate, of all axes to add.',
      '合并需要相同的大小：拼接时除一个轴外都相同，相加时所有轴都相同。',
    ],
    fix: [
      'Bring the branches to one size, for channels with a 1x1 convolution.',
      '把各分支变成相同大小，通道数可用 1x1 卷积调整。',
    ],
  },
  {
    code: 'groups',
    title: ['Channels that do not divide into groups', '通道数无法按组整除'],
    says: 'ValueError: The number of input channels must be evenly divisible by the number of groups.',
    why: ['Grouped layers share the channels out evenly.', '分组层把通道平均分配。'],
    fix: ['Choose a number of groups that divides the channels.', '选择能整除通道数的组数。'],
  },
  {
    code: 'axis-out-of-range',
    title: ['An axis that the input does not have', '输入没有这个轴'],
    says: 'IndexError: tuple index out of range',
    why: ['The layer works along an axis, and its input has fewer.', '该层沿某个轴工作，而输入的轴更少。'],
    fix: ['Use `axis=-1`, or an input with more axes.', '使用 `axis=-1`，或轴更多的输入。'],
  },
  {
    code: 'dtype-mismatch',
    title: ['Tensors of two types in one operation', '一次运算中有两种类型的张量'],
    says: 'InvalidArgumentError: cannot compute Mul as input #1(zero-based) was expected to be a float tensor but is a double tensor [Op:Mul] name: ',
    why: [
      "TensorFlow's own operators and functions take tensors of one type. NumPy makes `float64`, layers make `float32`, and `tf.argmax` gives `int64`.",
      'TensorFlow 自己的运算符和函数只接受同一类型的张量。NumPy 产生 `float64`，层产生 `float32`，而 `tf.argmax` 给出 `int64`。',
    ],
    fix: [
      'Give one the type of the other: `tf.cast(x, y.dtype)`. Functions of `keras.ops` mix types by themselves.',
      '把其中一个转换为另一个的类型：`tf.cast(x, y.dtype)`。`keras.ops` 的函数会自动混合类型。',
    ],
  },
  {
    code: 'embedding-range',
    title: ['An integer without a row in the Embedding', '整数在 Embedding 中没有对应的行'],
    says: 'InvalidArgumentError: indices[0,1] = 5 is not in [0, 5)',
    why: [
      'An `Embedding` looks its rows up by number, from 0 to `input_dim - 1`, and the data holds a larger one. Numbers of words often begin at 1, because 0 fills up short texts.',
      '`Embedding` 按编号查行，编号从 0 到 `input_dim - 1`，而数据中有更大的编号。词的编号常常从 1 开始，因为 0 用来填充较短的文本。',
    ],
    fix: [
      'Let `input_dim` be the largest integer + 1: the size of the vocabulary + 1 where 0 fills up.',
      '让 `input_dim` 等于最大整数 + 1：用 0 填充时为词表大小 + 1。',
    ],
  },
  {
    code: 'weight-shape',
    title: ['Weights of another shape', '权重形状不同'],
    says: 'ValueError: Layer … weight shape (10, 8) is not compatible with provided weight shape (10, 9).',
    why: [
      '`set_weights` takes arrays of exactly the shapes of the weights.',
      '`set_weights` 需要与权重形状完全相同的数组。',
    ],
    fix: ['Compare with the shapes of `get_weights()`.', '与 `get_weights()` 的形状对照。'],
  },
  {
    code: 'not-a-layer',
    title: ['Something that is no layer', '不是层的对象'],
    says: 'ValueError: Only instances of `keras.Layer` can be added to a Sequential model.',
    why: [
      "A model is built of layer objects: `Dense(3)`, not `Dense` or `'relu'`.",
      "模型由层对象组成：是 `Dense(3)`，而不是 `Dense` 或 `'relu'`。",
    ],
    fix: ["Make the layer: `Activation('relu')`.", "创建层：`Activation('relu')`。"],
  },
  {
    code: 'not-a-tensor',
    title: ['A layer called on something that is not a tensor', '对非张量调用层'],
    says: 'ValueError: Only input tensors may be passed as positional arguments.',
    why: ['Layers are called with tensors or arrays.', '层要用张量或数组来调用。'],
    fix: ['Pass other arguments by keyword.', '其他参数请用关键字传递。'],
  },
  {
    code: 'tensor-as-setting',
    title: ['A tensor among the settings of a layer', '把张量当成了层的设置'],
    says: null,
    why: [
      '`Flatten(x)` makes a layer and takes `x` for one of its settings; a layer is made first and then called.',
      '`Flatten(x)` 会创建一个层，并把 `x` 当作它的某个设置；应先创建层，再调用它。',
    ],
    fix: ['Call the layer that is made: `Flatten()(x)`.', '调用创建出来的层：`Flatten()(x)`。'],
  },
  {
    code: 'not-a-keras-tensor',
    title: ['A model of tensors that come from no input', '模型的张量不来自输入'],
    says: 'ValueError: All `inputs` values must be KerasTensors.',
    why: [
      '`Model(inputs, outputs)` needs symbolic tensors that begin at `Input(…)`.',
      '`Model(inputs, outputs)` 需要从 `Input(…)` 开始的符号张量。',
    ],
    fix: [
      'Begin with `Input(shape=…)` and pass the results of layers.',
      '从 `Input(shape=…)` 开始，并传入各层的结果。',
    ],
  },
  {
    code: 'graph-disconnected',
    title: ['Outputs that do not follow from the inputs', '输出无法从输入得到'],
    says: 'ValueError: Graph disconnected: cannot find parent for tensor …',
    why: [
      'On the way back from the outputs there is an `Input` that is not among the inputs of the model.',
      '从输出回溯时遇到了不在模型输入中的 `Input`。',
    ],
    fix: ['List every `Input` that is used.', '列出用到的每个 `Input`。'],
  },
  {
    code: 'missing-shape',
    title: ['An Input without a shape', 'Input 缺少形状'],
    says: 'ValueError: You must pass a `shape` argument.',
    why: ['An input layer has nothing to take its shape from.', '输入层没有可用来确定形状的依据。'],
    fix: ['Write `Input(shape=(10,))`.', '写成 `Input(shape=(10,))`。'],
  },
  {
    code: 'shape-not-a-tuple',
    title: ['A shape that is a number', '形状写成了数字'],
    says: "ValueError: Cannot convert '10' to a shape.",
    why: [
      'A shape is a tuple: `(10,)`. Without the comma it is the number 10.',
      '形状是元组：`(10,)`。没有逗号就是数字 10。',
    ],
    fix: ['Add the comma.', '加上逗号。'],
  },
  {
    code: 'second-input',
    title: ['A second input in a Sequential model', 'Sequential 模型有第二个输入'],
    says: 'ValueError: Sequential model … has already been configured to use input shape …',
    why: ['A Sequential model begins with one input.', 'Sequential 模型只能以一个输入开始。'],
    fix: ['Remove the second one.', '去掉第二个。'],
  },
  {
    code: 'duplicate-name',
    title: ['Two layers of one name', '两个层同名'],
    says: 'ValueError: The name "…" is used 2 times in the model. All operation names should be unique.',
    why: ['Layers are looked up by name.', '层是按名称查找的。'],
    fix: ['Give each its own name, or none.', '给每个层不同的名称，或不命名。'],
  },
  {
    code: 'empty-model',
    title: ['A model without layers', '模型没有层'],
    says: 'ValueError: Sequential model … cannot be built because it has no layers.',
    why: ['There is nothing to build.', '没有可构建的内容。'],
    fix: ['Add layers first.', '先添加层。'],
  },
  {
    code: 'not-built',
    title: ['A model whose shapes are not known yet', '模型的形状尚未确定'],
    says: "ValueError: Sequential model '…' has no defined input shape yet.",
    why: [
      'Without an input shape the weights are made at the first call.',
      '没有输入形状时，权重在第一次调用时才创建。',
    ],
    fix: [
      'Give the first layer `input_shape`, or call `build`.',
      '给第一层设置 `input_shape`，或调用 `build`。',
    ],
  },
  {
    code: 'no-such-layer',
    title: ['A layer that the model does not have', '模型中没有该层'],
    says: 'ValueError: No such layer: …',
    why: ['`get_layer` looks for a name or an index.', '`get_layer` 按名称或序号查找。'],
    fix: ['Use one of the names listed in the message.', '使用消息中列出的名称之一。'],
  },
  {
    code: 'super-init',
    title: ['super().__init__() is missing', '缺少 super().__init__()'],
    says: "ValueError: In layer '…', you forgot to call `super().__init__()` as the first statement in the `__init__()` method.",
    why: ['A layer keeps weights and sub-layers from the start.', '层从一开始就要记录权重和子层。'],
    fix: ['Call it first.', '首先调用它。'],
  },
  {
    code: 'missing-call',
    title: ['A class without a call method', '类没有 call 方法'],
    says: 'NotImplementedError: Model … does not have a `call()` method implemented.',
    why: [
      'What a layer or a model of your own computes stands in its method `call`. `forward` is what PyTorch calls; Keras never looks at it.',
      '自定义层或模型的计算写在 `call` 方法中。`forward` 是 PyTorch 调用的方法，Keras 从不查看它。',
    ],
    fix: ['Rename `forward` to `call`.', '把 `forward` 改名为 `call`。'],
  },
  {
    code: 'not-a-cell',
    title: ['An RNN of something that is no cell', 'RNN 的参数不是单元'],
    says: 'ValueError: Argument `cell` should have a `call` method, and a `state_size`',
    why: [
      '`RNN` repeats a cell over the steps, which takes an input and its states.',
      '`RNN` 在各步上重复一个单元，单元接受输入和状态。',
    ],
    fix: [
      'Pass a cell such as `LSTMCell(32)`, or use the layer `LSTM(32)` by itself.',
      '传入 `LSTMCell(32)` 之类的单元，或直接使用 `LSTM(32)` 层。',
    ],
  },
  {
    code: 'stateful-batch',
    title: ['States kept over batches of any size', '跨批次保留状态但批次大小不定'],
    says: 'ValueError: When using `stateful=True` in a RNN, the batch size must be static.',
    why: [
      'States that outlive a batch belong to its rows, so every batch needs the same number of them.',
      '跨批次保留的状态属于各行，因此每个批次的行数必须相同。',
    ],
    fix: [
      'Give the input a `batch_size`, or leave `stateful` out.',
      '给输入设置 `batch_size`，或去掉 `stateful`。',
    ],
  },
  {
    code: 'not-recurrent',
    title: ['Bidirectional around a layer that is not recurrent', 'Bidirectional 包装了非循环层'],
    says: 'TypeError: … could not be deserialized properly. / ValueError: Please initialize `Bidirectional` layer with a recurrent layer.',
    why: [
      '`Bidirectional` runs a copy of its layer backwards over the steps, which only recurrent layers have.',
      '`Bidirectional` 会让层的副本沿步骤反向运行，只有循环层才有步骤。',
    ],
    fix: [
      'Wrap `LSTM`, `GRU` or `SimpleRNN`; a `Dense` layer needs no wrapper.',
      '包装 `LSTM`、`GRU` 或 `SimpleRNN`；`Dense` 层不需要包装。',
    ],
  },
];
