/** An input shape on a layer that is not the first. */
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { fix, removeArgument } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';
import { knownGraph } from './outputs.ts';

const program = (first: string, second: string, marker = '') => `${threeClasses}
model = Sequential()
model.add(Dense(32, ${first}activation='relu'))
model.add(Dense(16, ${second}activation='relu'))
${marker}model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;
const names = ['input_shape', 'input_dim', 'batch_input_shape'];

/** An Embedding's `input_dim` is the size of its vocabulary. */
function namesOf(layer: LayerObject): readonly string[] {
  return layer.definition?.name === 'Embedding' ? names.filter(name => name !== 'input_dim') : names;
}

export const deadInputShape: Check = {
  code: 'dead-input-shape',
  severity: 'information',
  title: 'An input shape that is not used',
  documentation: {
    what: 'A layer that is not the first of its model is given `input_shape` or `input_dim`.',
    why: 'Only the first layer needs it. Every other layer takes the shape of what comes before; a number here has no effect, even where it is wrong.',
    fix: 'Remove the argument.',
  },
  chinese: {
    title: '没有使用的输入形状',
    what: '不是模型第一层的层设置了 `input_shape` 或 `input_dim`。',
    why: '只有第一层需要它。其他层都使用前一层的输出形状；这里的数字即使写错也没有任何作用。',
    fix: '删除该参数。',
  },
  examples: {
    failing: program(
      'input_dim=10, ',
      'input_dim=32, ',
      '#                             ^^ information[dead-input-shape]: no effect\n',
    ),
    fixed: program('input_dim=10, ', ''),
    nearMiss: program('input_dim=10, ', 'use_bias=False, '),
  },
  *run(context) {
    for (const model of context.record.models) {
      if (model.kind !== 'sequential' || knownGraph(model) === null) continue;
      const rest =
        model.stack[0]?.definition?.name === 'InputLayer' ? model.stack.slice(2) : model.stack.slice(1);
      for (const layer of rest) {
        const made = context.code.callAt(layer.madeAt);
        const keyword = made?.keywords.find(item => item.arg !== null && namesOf(layer).includes(item.arg));
        if (
          made == null ||
          keyword === undefined ||
          layer.inputShapeArgument === null ||
          layer.definition === null
        )
          continue;
        yield {
          span: keyword.value.span,
          message: message('`{0}` has no effect here: only the first layer needs it.', keyword.arg!),
          fixes: fix(
            'remove-dead-input-shape',
            message('Remove `{0}`', keyword.arg!),
            removeArgument(context.code, made, keyword.arg!),
            true,
          ),
        };
      }
    }
  },
};
