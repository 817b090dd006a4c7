/** Probabilities that are compared with class numbers as if they were classes. */
import { misreadKey } from '../library/numpy/modelScores.ts';
import { message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import type { Check } from './check.ts';
import { fix } from './edits.ts';
import { twoClasses } from './examplePrograms.ts';
import { throughReshapes } from './layers.ts';
import { predictedHere } from './predictedScores.ts';
import type { SourceCode } from './sourceCode.ts';

const program = (line: string, marker = '') => `${twoClasses}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
${line}
${marker}`;

export const probabilitiesCompared: Check = {
  code: 'probabilities-compared',
  severity: 'warning',
  title: 'Probabilities compared with classes',
  documentation: {
    what: 'What `predict` gives is compared with labels by `==`.',
    why: 'A sigmoid or softmax gives probabilities such as 0.93, which hardly ever equal a class number or an entry of a one-hot row: an accuracy that is counted so is about 0, however good the model is.',
    fix: 'Make classes of the probabilities first: `model.predict(x) > 0.5` for a sigmoid, `np.argmax(model.predict(x), axis=1)` for a softmax.',
  },
  chinese: {
    title: '概率与类别直接比较',
    what: '用 `==` 比较 `predict` 的结果与标签。',
    why: 'sigmoid 或 softmax 给出的是 0.93 这样的概率，几乎从不等于类别编号，也几乎从不等于 one-hot 行中的某一项：无论模型多好，这样算出的准确率都接近 0。',
    fix: '先把概率变成类别：sigmoid 用 `model.predict(x) > 0.5`，softmax 用 `np.argmax(model.predict(x), axis=1)`。',
  },
  examples: {
    failing: program(
      'accuracy = np.mean(model.predict(X) == y)',
      '#                  ^^^^^^^^^^^^^^^^^^^^^ warning[probabilities-compared]: no classes\n',
    ),
    fixed: program('accuracy = np.mean((model.predict(X) > 0.5) == y)'),
    nearMiss: program('accuracy = np.mean(model.predict(X).round() == y)'),
  },
  *run({ py, code }) {
    for (const misread of py.state(misreadKey).found) {
      const { kind, output, at } = misread;
      const { op } = throughReshapes(output);
      if (kind !== 'equality' || at === null || (op !== 'softmax' && op !== 'sigmoid')) continue;
      const compared = comparisonIn(code, at);
      const left = compared?.left ?? null;
      const text = left?.kind === 'Call' ? code.at(left.span) : '';
      const isPrediction = op === 'sigmoid' && /\.predict\(/.test(text);
      yield {
        span: compared?.span ?? at,
        message: message('Probabilities ({0}) are no classes: they hardly ever equal a label.', op),
        related: predictedHere(misread),
        fixes: fix(
          'classes-before-comparing',
          message('Compare with 0.5 first'),
          isPrediction ? [{ span: left!.span, text: `(${text} > 0.5)` }] : null,
          true,
        ),
      };
    }
  },
};

/** The only `==` in a statement. */
function comparisonIn(code: SourceCode, at: Span) {
  const inside = code
    .all('Compare')
    .filter(
      ({ span, ops }) =>
        span.start.offset >= at.start.offset &&
        span.end.offset <= at.end.offset &&
        ops.length === 1 &&
        ops[0] === 'Eq',
    );
  return inside.length === 1 ? inside[0]! : null;
}
