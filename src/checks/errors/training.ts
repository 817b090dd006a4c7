/** Errors about arguments, names, compiling and training. */
import type { ErrorCode } from './errorCode.ts';

/** The error for a name that Keras does not know. */
function unknownName(code: string, kind: string, chinese: string, says: string): ErrorCode {
  return {
    code,
    title: [`There is no such ${kind}`, `没有这个${chinese}`],
    says,
    why: [
      `The name stands for no ${kind} of Keras: mostly a typing error, or a name of another version.`,
      `该名称不是 Keras 的${chinese}：多半是拼写错误，或者是其他版本的名称。`,
    ],
    fix: ['Use the nearest name, which the quick fix offers.', '使用快速修复给出的最接近的名称。'],
  };
}

export const trainingErrors: readonly ErrorCode[] = [
  {
    code: 'unknown-argument',
    title: ['An argument that does not exist', '参数不存在'],
    says: "TypeError: …() got an unexpected keyword argument '…' / ValueError: Unrecognized keyword arguments passed to Dense",
    why: [
      'The call has no parameter of this name: mostly a typing error, or a name of another version.',
      '该调用没有这个名称的参数：多半是拼写错误，或者是其他版本的名称。',
    ],
    fix: ['Use the nearest name, which the quick fix offers.', '使用快速修复给出的最接近的名称。'],
  },
  {
    code: 'renamed-argument',
    title: ['An argument of an older Keras', '旧版 Keras 的参数'],
    says: "ValueError: Argument(s) not recognized: {'lr': 0.01}",
    why: [
      'Keras has renamed the argument (`lr`, `nb_epoch`, `output_dim`…) and no longer takes the old name.',
      'Keras 重命名了该参数（`lr`、`nb_epoch`、`output_dim` 等），不再接受旧名称。',
    ],
    fix: ['Write the new name; the quick fix does.', '改用新名称，快速修复会完成。'],
  },
  {
    code: 'invalid-argument',
    title: ['A value that the argument does not take', '参数值不合法'],
    says: 'ValueError: Received an invalid value for `units`, expected a positive integer.',
    why: [
      'The value is outside of what the argument means: a rate above 1, units below 1…',
      '该值超出参数的含义：比率大于 1、单元数小于 1 等。',
    ],
    fix: ['Use a value in the range that the message names.', '使用消息中给出的范围内的值。'],
  },
  unknownName(
    'unknown-activation',
    'activation',
    '激活函数',
    'ValueError: Could not interpret activation function identifier: …',
  ),
  unknownName('unknown-loss', 'loss', '损失函数', 'ValueError: Could not interpret loss identifier: …'),
  unknownName('unknown-metric', 'metric', '指标', 'ValueError: Could not interpret metric identifier: …'),
  unknownName(
    'unknown-optimizer',
    'optimizer',
    '优化器',
    'ValueError: Could not interpret optimizer identifier: …',
  ),
  unknownName(
    'unknown-initializer',
    'initializer',
    '初始化器',
    'ValueError: Could not interpret initializer identifier: …',
  ),
  unknownName(
    'unknown-regularizer',
    'regularizer',
    '正则化器',
    'ValueError: Could not interpret regularizer identifier: …',
  ),
  unknownName(
    'unknown-constraint',
    'constraint',
    '约束',
    'ValueError: Could not interpret constraint identifier: …',
  ),
  {
    code: 'metrics-list',
    title: ['Metrics that are no list', '指标不是列表'],
    says: 'ValueError: Expected `metrics` argument to be a list, tuple, or dict.',
    why: [
      '`metrics` may hold several, so it is a list even for one. Only Keras 2.4 to 2.15 takes a single metric by itself.',
      '`metrics` 可以有多个，因此即使只有一个也要写成列表。只有 Keras 2.4 至 2.15 接受单独一个指标。',
    ],
    fix: ["Write `metrics=['accuracy']`.", "写成 `metrics=['accuracy']`。"],
  },
  {
    code: 'not-compiled',
    title: ['The model is not compiled', '模型没有编译'],
    says: 'ValueError: You must call `compile()` before calling `fit()`.',
    why: [
      '`compile` tells the model its loss and optimizer.',
      '`compile` 告诉模型使用什么损失函数和优化器。',
    ],
    fix: ['Call `model.compile(…)` first.', '先调用 `model.compile(…)`。'],
  },
  {
    code: 'no-loss',
    title: ['There is no loss', '没有损失函数'],
    says: 'ValueError: No loss to compute. Provide a `loss` argument in `compile()`.',
    why: ['Training needs something to minimise.', '训练需要一个要最小化的目标。'],
    fix: ['Pass `loss` to `compile`.', '给 `compile` 传入 `loss`。'],
  },
  {
    code: 'no-gradients',
    title: ['The loss depends on no weight', '损失与任何权重无关'],
    says: 'ValueError: No gradients provided for any variable.',
    why: [
      'The way from the weights to the loss is cut (`argmax`, rounding, `stop_gradient`), or everything is frozen.',
      '从权重到损失的路径被切断（`argmax`、取整、`stop_gradient`），或全部被冻结。',
    ],
    fix: ['Use operations that have a derivative.', '使用可导的运算。'],
  },
  {
    code: 'loss-outside-tape',
    title: ['The tape does not see the loss', '梯度带没有记录到损失'],
    says: 'ValueError: No gradients provided for any variable.',
    why: [
      'A `tf.GradientTape` records what is computed inside of its `with`. What is computed after it has no gradients: `tape.gradient` gives `None` for every variable, and the optimizer raises.',
      '`tf.GradientTape` 只记录其 `with` 语句块内的计算。之后计算的内容没有梯度：`tape.gradient` 对每个变量都返回 `None`，优化器随即报错。',
    ],
    fix: [
      'Compute the loss inside of the `with`; the quick fix moves it there.',
      '在 `with` 语句块内计算损失；快速修复会把它移进去。',
    ],
  },
  {
    code: 'tape-spent',
    title: ['A tape that has given its gradients', '梯度带已经给出过梯度'],
    says: 'RuntimeError: A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)',
    why: [
      'A `tf.GradientTape` forgets what it recorded once it has been asked for gradients.',
      '`tf.GradientTape` 在计算一次梯度之后就会丢弃所记录的内容。',
    ],
    fix: [
      'Make it with `persistent=True`, or use one tape for each loss, as for the two networks of a GAN.',
      '用 `persistent=True` 创建，或者为每个损失各用一个梯度带，例如 GAN 的两个网络。',
    ],
  },
  {
    code: 'variable-in-function',
    title: ['A variable made at every trace of a tf.function', '每次追踪 tf.function 都创建变量'],
    says: 'ValueError: tf.function only supports singleton tf.Variables created on the first call.',
    why: [
      'TensorFlow traces a `tf.function` anew for each signature, and a second time where its first call made variables. A variable, layer or optimizer that the body makes each time would lose its value, so TensorFlow refuses it.',
      '对每种签名，TensorFlow 都会重新追踪 `tf.function`；如果第一次调用创建了变量，还会再追踪一次。函数体每次都新建的变量、层或优化器会丢失其值，因此 TensorFlow 不允许。',
    ],
    fix: [
      'Make it outside of the function, or keep it and make it only where it is still `None`.',
      '在函数外创建；或者把它保存下来，仅当它仍为 `None` 时才创建。',
    ],
  },
  {
    code: 'tape-watch',
    title: ['A tape watches tensors only', '梯度带只能监视张量'],
    says: "ValueError: Passed in object … of type <class 'numpy.ndarray'>, not tf.Tensor or tf.Variable or ExtensionType.",
    why: [
      'Operations on an array of NumPy are not recorded, so that there is nothing to watch.',
      '对 NumPy 数组的运算不会被记录，因此没有可监视的内容。',
    ],
    fix: [
      'Make a tensor of it first (`x = tf.convert_to_tensor(x)`), watch that, and compute with that.',
      '先把它转换为张量（`x = tf.convert_to_tensor(x)`），再监视并使用该张量进行计算。',
    ],
  },
  {
    code: 'gradient-pairs',
    title: ['An optimizer takes pairs of gradient and variable', '优化器需要“梯度、变量”对'],
    says: 'AttributeError: Tensor.name is undefined when eager execution is enabled. / ValueError: not enough values to unpack (expected 2, got 0)',
    why: [
      'Each pair is a gradient and then its variable; the other way round the optimizer would write into gradients. A `zip` gives its pairs once: after a loop over it none are left.',
      '每一对都是先梯度、后变量；反过来优化器就会去写入梯度。`zip` 只给出一次数据：遍历之后就没有剩余了。',
    ],
    fix: [
      '`optimizer.apply_gradients(zip(gradients, model.trainable_variables))`; make a `list` of a `zip` that is used twice.',
      '写成 `optimizer.apply_gradients(zip(gradients, model.trainable_variables))`；需要使用两次的 `zip` 先转换为 `list`。',
    ],
  },
  {
    code: 'schedule-result',
    title: ['A learning rate schedule that returns no number', '学习率调度没有返回数字'],
    says: 'ValueError: The output of the `schedule` function should be a float.',
    why: ['The function is asked for a learning rate at each epoch.', '每个 epoch 都会向该函数询问学习率。'],
    fix: ['Return a float in every branch.', '在每个分支都返回浮点数。'],
  },
  {
    code: 'wrong-callback',
    title: ['Something that Keras cannot call while it trains', 'Keras 在训练时无法调用的对象'],
    says: "AttributeError: … object has no attribute 'set_model' / TypeError: Callback.set_model() missing 1 required positional argument: 'model' / TypeError: Own.on_epoch_end() takes 2 positional arguments but 3 were given",
    why: [
      '`callbacks` takes objects of classes derived from `Callback`. Keras calls their methods with a number and the logs, or with the logs alone, and a schedule with the number of the epoch.',
      '`callbacks` 接受由 `Callback` 派生的类的对象。Keras 以序号和日志（或仅以日志）调用它们的方法，以 epoch 序号调用学习率调度函数。',
    ],
    fix: [
      'Call the class (`EarlyStopping()`), and give methods the parameters of `Callback`: `on_epoch_end(self, epoch, logs=None)`.',
      '调用该类（`EarlyStopping()`），并让方法具有 `Callback` 中的参数：`on_epoch_end(self, epoch, logs=None)`。',
    ],
  },
  {
    code: 'metrics-position',
    title: ['Metrics where Keras 3 takes loss weights', '指标放在了 Keras 3 的损失权重位置'],
    says: 'ValueError: When there is only a single output, the `loss_weights` argument must be a Python float.',
    why: [
      'Before Keras 3 the third argument of `compile` was `metrics`; now it is `loss_weights`.',
      '在 Keras 3 之前，`compile` 的第三个参数是 `metrics`；现在是 `loss_weights`。',
    ],
    fix: [
      'Give the metrics by name; the quick fix writes `metrics=`.',
      '用关键字传入指标；快速修复会写上 `metrics=`。',
    ],
  },
  {
    code: 'symbolic-value',
    title: ['The value of a symbolic tensor', '使用了符号张量的值'],
    says: 'TypeError: A symbolic KerasTensor cannot be used as a boolean.',
    why: [
      'While a model is put together its tensors have shapes and no values, so `if`, `for` and `float()` cannot look into them.',
      '构建模型时，张量只有形状没有值，因此 `if`、`for` 和 `float()` 无法查看其内容。',
    ],
    fix: [
      'Use `keras.ops.where` and other operations on tensors; `compile(run_eagerly=True)` runs a loss line by line.',
      '使用 `keras.ops.where` 等张量运算；`compile(run_eagerly=True)` 会逐行执行损失函数。',
    ],
  },
  {
    code: 'not-supported',
    title: ['Kerascope cannot do this yet', 'Kerascope 尚不支持'],
    says: null,
    why: [
      'Keras can do it; the engine inside the editor cannot.',
      'Keras 可以做到，而编辑器内的引擎还不行。',
    ],
    fix: ['Run this part in Python.', '请在 Python 中运行这一部分。'],
  },
];
