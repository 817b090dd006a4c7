/** Codes of errors about files, saved models, vocabularies and long runs. */
import type { ErrorCode } from './errorCode.ts';

export const fileErrors: readonly ErrorCode[] = [
  {
    code: 'file-name',
    title: ['A file name that Keras does not take', 'Keras 不接受的文件名'],
    says: 'ValueError: Invalid filepath extension for saving.',
    why: [
      'The ending of the file decides the format: `.keras` for whole models, `.weights.h5` for weights.',
      '文件扩展名决定格式：整个模型用 `.keras`，权重用 `.weights.h5`。',
    ],
    fix: ['Give the file one of these endings.', '使用上述扩展名之一。'],
  },
  {
    code: 'no-model-config',
    title: ['A file without a model', '文件中没有模型'],
    says: 'ValueError: No model config found in the file at …',
    why: [
      'The file holds weights only, so the layers they belong to are not known.',
      '文件只含权重，因此不知道它们属于哪些层。',
    ],
    fix: ['Build the model and call `load_weights`.', '先构建模型，再调用 `load_weights`。'],
  },
  {
    code: 'not-hdf5',
    title: ['A file that is no HDF5 file', '不是 HDF5 文件'],
    says: 'OSError: Unable to open file (file signature not found)',
    why: [
      'The name ends like a file of weights, and the contents are something else: a download that failed, or another format.',
      '文件名像权重文件，内容却是别的东西：下载失败，或是其他格式。',
    ],
    fix: ['Save or download the file again.', '重新保存或下载该文件。'],
  },
  {
    code: 'weights-mismatch',
    title: ['Weights of another model', '权重属于另一个模型'],
    says: 'ValueError: A total of … objects could not be loaded.',
    why: [
      'The layers of the file and those of the model differ in number or in shape.',
      '文件中的层与模型的层数量或形状不同。',
    ],
    fix: [
      'Build the same model as when the weights were saved, or pass `skip_mismatch=True`.',
      '构建与保存权重时相同的模型，或传入 `skip_mismatch=True`。',
    ],
  },
  {
    code: 'unknown-class',
    title: ['A class that the file names and nobody registered', '文件中的类未注册'],
    says: 'TypeError: Could not locate class …',
    why: [
      'A saved model names the classes of its layers, and one of them is not part of Keras.',
      '保存的模型记录了各层的类名，其中有的类不属于 Keras。',
    ],
    fix: [
      'Pass it in `custom_objects`, or decorate it with `@keras.saving.register_keras_serializable()`.',
      '在 `custom_objects` 中传入该类，或用 `@keras.saving.register_keras_serializable()` 装饰它。',
    ],
  },
  {
    code: 'saved-lambda',
    title: ['A saved lambda', '保存的 lambda'],
    says: 'ValueError: Requested the deserialization of a `lambda` object.',
    why: [
      'A lambda is saved as code, and code from a file is not run without being asked for.',
      'lambda 以代码形式保存，未经允许不会运行文件中的代码。',
    ],
    fix: ['Use a named function or a layer of your own.', '改用具名函数或自定义层。'],
  },
  {
    code: 'not-text',
    title: ['Text was expected', '需要文本'],
    says: 'TypeError: Cannot convert … to EagerTensor of dtype string',
    why: ['The layer looks up text, and something else was passed.', '该层查找文本，但传入了其他内容。'],
    fix: ['Pass texts, or use `IntegerLookup` for numbers.', '传入文本；数字请使用 `IntegerLookup`。'],
  },
  {
    code: 'not-integers',
    title: ['Integers were expected', '需要整数'],
    says: 'TypeError: Cannot convert … to EagerTensor of dtype int64',
    why: ['The layer looks up integers, and something else was passed.', '该层查找整数，但传入了其他内容。'],
    fix: ['Pass integers, or use `StringLookup` for text.', '传入整数；文本请使用 `StringLookup`。'],
  },
  {
    code: 'invalid-vocabulary',
    title: ['A vocabulary that cannot be used', '无法使用的词表'],
    says: null,
    why: [
      'A vocabulary holds each token once, and special tokens only at the start.',
      '词表中每个词元只能出现一次，特殊词元只能位于开头。',
    ],
    fix: ['Remove repeated and misplaced tokens.', '删除重复或位置错误的词元。'],
  },
  {
    code: 'out-of-vocabulary',
    title: ['A token outside the vocabulary', '词元不在词表中'],
    says: 'ValueError: When `num_oov_indices=0` all inputs should be in vocabulary',
    why: [
      'Without indices for unknown tokens every token must be known.',
      '没有为未知词元预留索引时，所有词元都必须在词表中。',
    ],
    fix: ['Set `num_oov_indices=1`, or extend the vocabulary.', '设置 `num_oov_indices=1`，或扩充词表。'],
  },
  {
    code: 'no-vocabulary',
    title: ['A vocabulary that is not set yet', '尚未设置词表'],
    says: "ValueError: … you must set the layer's vocabulary before calling it.",
    why: ['The width of the output is the size of the vocabulary.', '输出的宽度就是词表的大小。'],
    fix: ['Call `adapt` first, or pass `vocabulary=`.', '先调用 `adapt`，或传入 `vocabulary=`。'],
  },
  {
    code: 'einsum-equation',
    title: ['An einsum equation that does not fit', 'einsum 等式不匹配'],
    says: 'ValueError: Invalid einsum equation',
    why: [
      'The letters of the equation name the axes of the input, the weights and the output.',
      '等式中的字母表示输入、权重和输出的轴。',
    ],
    fix: ['Give each axis one letter: `ab,bc->ac`.', '每个轴使用一个字母：`ab,bc->ac`。'],
  },
  {
    code: 'attention-shapes',
    title: ['Query and value of different width', 'query 与 value 的宽度不同'],
    says: 'ValueError: The last dimension of `query_shape` and `value_shape` must be equal',
    why: [
      'Attention compares query, key and value in one space.',
      '注意力在同一空间中比较 query、key 与 value。',
    ],
    fix: ['Project one of them with a `Dense` layer first.', '先用 `Dense` 层投影其中之一。'],
  },
  {
    code: 'out-of-memory',
    title: ['A model or batch too large for the memory', '模型或批次超出内存'],
    says: 'MemoryError',
    why: [
      'Weights, optimizer and one step together need more than there is; the message gives the numbers.',
      '权重、优化器和一步计算所需的内存超出可用内存；消息中给出了数值。',
    ],
    fix: ['Use a smaller `batch_size` or fewer units.', '减小 `batch_size` 或单元数。'],
  },
  {
    code: 'loss-not-finite',
    title: ['The loss is not a number', '损失不是有限数'],
    says: null,
    why: [
      'A step gave NaN or infinity: a learning rate too high, a logarithm of zero, or data that is not finite.',
      '某一步得到 NaN 或无穷大：学习率过高、对零取对数，或数据不是有限数。',
    ],
    fix: [
      'Lower the learning rate, scale the inputs, or look at the layer that the message names.',
      '降低学习率、缩放输入，或检查消息中提到的层。',
    ],
  },
  {
    code: 'learning-rate-scheduled',
    onlyInPanel: true,
    title: ['A learning rate that a schedule sets', '学习率由调度器设置'],
    says: null,
    why: [
      'The optimizer follows a schedule, so a rate set from outside would be overwritten at the next step.',
      '优化器按调度器更新学习率，从外部设置的值会在下一步被覆盖。',
    ],
    fix: ['Give the optimizer a number instead of a schedule.', '给优化器传入数值而不是调度器。'],
  },
  {
    code: 'checkpoint-differs',
    onlyInPanel: true,
    title: ['A checkpoint of another program', '检查点属于另一个程序'],
    says: null,
    why: [
      'The script was changed since the checkpoint was taken, and its weights no longer fit.',
      '保存检查点之后脚本已更改，权重不再匹配。',
    ],
    fix: ['Train from the beginning.', '从头开始训练。'],
  },
  {
    code: 'monitor-direction',
    title: ['A metric of which nobody knows whether more is better', '不知道该指标是越大越好还是越小越好'],
    says: "ValueError: EarlyStopping callback received monitor=… but Keras isn't able to automatically determine whether that metric should be maximized or minimized.",
    why: [
      'With `mode="auto"` the metric must be the loss, or a metric of Keras that the model was compiled with.',
      '使用 `mode="auto"` 时，该指标必须是损失，或是模型编译时使用的 Keras 指标。',
    ],
    fix: ['Pass `mode="max"` or `mode="min"`.', '传入 `mode="max"` 或 `mode="min"`。'],
  },
  {
    code: 'monitor-missing',
    title: ['A callback of Keras 1 that watches what is not measured', 'Keras 1 的回调监视了没有测量的指标'],
    says: "TypeError: unsupported operand type(s) for -: 'NoneType' and 'int'",
    why: [
      'Keras 1 computes with the value that `EarlyStopping` watches, and there is none: no validation, or no metric of that name. Later versions warn.',
      'Keras 1 会用 `EarlyStopping` 监视的值做计算，而该值不存在：没有验证，或没有该名称的指标。之后的版本只会警告。',
    ],
    fix: ['Pass validation data, or watch a value that is logged.', '传入验证数据，或监视已记录的值。'],
  },
  {
    code: 'no-averages',
    title: ['Averages that the optimizer does not keep', '优化器没有保存平均权重'],
    says: 'ValueError: SwapEMAWeights must be used when `use_ema=True` is set on the optimizer.',
    why: [
      'The callback exchanges weights and their running averages, which the optimizer keeps only when asked to.',
      '该回调在权重与其滑动平均之间交换，而优化器只有在要求时才保存平均值。',
    ],
    fix: ['Make the optimizer with `use_ema=True`.', '创建优化器时传入 `use_ema=True`。'],
  },
];
