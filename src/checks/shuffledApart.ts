/** Inputs shuffled without their labels, or the other way round. */

import type { RecordedFit } from '../library/keras/record.ts';
import { drawApart, type RowDraw } from '../library/numpy/rowOrder.ts';
import { message } from '../python/message.ts';
import type { Span, Statement } from '../python/syntax.ts';
import type { Check, CheckContext, CheckFinding } from './check.ts';
import { dataSetOf, labelsOf } from './dataSets.ts';
import { type Edit, fix, removeLines } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';
import { nameOf } from './labels.ts';
import type { Call, SourceCode } from './sourceCode.ts';

const program = (shuffle: string) => `${threeClasses}${shuffle}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

export const shuffledApart: Check = {
  code: 'shuffled-apart',
  severity: 'warning',
  title: 'Inputs shuffled apart from their labels',
  documentation: {
    what: 'The rows of the inputs or of the labels are shuffled on their own.',
    why: 'Row i of the inputs no longer belongs to label i. The model is trained on random pairs and can only learn the shares of the classes.',
    fix: 'Draw one permutation and index both with it, or leave the shuffling to `fit`, which shuffles both together in every epoch.',
  },
  chinese: {
    title: '输入与标签分开打乱',
    what: '单独打乱了输入或标签的行。',
    why: '第 i 行输入不再对应第 i 个标签。模型在随机配对上训练，只能学到各类别的比例。',
    fix: '生成一个排列并用它同时索引两者，或者交给 `fit`，它每个 epoch 都会一起打乱。',
  },
  examples: {
    failing: program(`np.random.shuffle(X)
#^^^^^^^^^^^^^^^^^^^ warning[shuffled-apart]: alone
`),
    fixed: program('order = np.random.permutation(100)\nX, y = X[order], y[order]\n'),
    nearMiss: program('np.random.seed(1)\nnp.random.shuffle(X)\nnp.random.seed(1)\nnp.random.shuffle(y)\n'),
  },
  *run(context) {
    for (const call of context.record.fits) {
      if (call.raised || (call.method !== 'fit' && call.method !== 'train_on_batch')) continue;
      yield* shuffledSets(context, call);
      const [x, y] = [call.x[0], call.y[0]];
      if (x === undefined || y === undefined || x.array === null || y.array === null) continue;
      // Labels that are all the same belong to any row.
      if (y.array.facts.constant !== null) continue;
      const [inputs, labels] = [x.array.memory.rows, y.array.memory.rows];
      const [mine, other] = [drawApart(inputs, labels), drawApart(labels, inputs)];
      const ofInputs = { draw: mine, name: nameOf(x, 'x'), partner: nameOf(y, 'y') };
      const ofLabels = { draw: other, name: ofInputs.partner, partner: ofInputs.name };
      // Where both are shuffled the later one takes them apart.
      const isLast = mine !== null && (other === null || other.when < mine.when);
      const { draw, name, partner } = isLast ? ofInputs : ofLabels;
      const before = isLast ? other : mine;
      if (draw === null || draw.at === null || isMeant(context, draw.at, name)) continue;
      if (before?.at != null && isMeant(context, before.at, partner)) continue;
      yield {
        span: draw.at,
        message: message(
          '`{0}` is shuffled alone, so its rows no longer belong to those of `{1}`.',
          name,
          partner,
        ),
        related: [
          ...(before?.at == null
            ? []
            : [{ span: before.at, message: message('`{0}` is shuffled here.', partner) }]),
          { span: call.span, message: message('This call takes their rows as pairs.') },
        ],
        fixes: fix(
          'leave-shuffling-to-fit',
          message('Leave the shuffling to fit'),
          withoutShuffles(context, [...inputs!.draws, ...labels!.draws]),
          true,
        ),
      };
    }
  },
};

/** Pairs of a data set. A training step of the script's own may make something else of them than pairs. */
function* shuffledSets(context: CheckContext, call: RecordedFit): Iterable<CheckFinding> {
  const apart = dataSetOf(call)?.order?.apart ?? null;
  const [labels, ...others] = labelsOf(call);
  const trained = context.trainings.some(({ fit: other, loss }) => other === call && loss !== null);
  if (apart === null || labels?.array == null || others.length > 0 || !trained) return;
  if (labels.array.facts.constant !== null || call.model.cls.userDefined) return;
  if (isMeant(context, apart, '')) return;
  yield {
    span: apart,
    message: message('One part of the pairs is shuffled alone, so inputs no longer belong to their labels.'),
    related: [{ span: call.span, message: message('This call takes their rows as pairs.') }],
  };
}

/** Names that say that the order is meant to be lost, as for a baseline. */
const SAID = /random|shuffled|permuted|scrambled|noise|baseline|chance|control|null_/i;
const SAID_BESIDE = /baseline|by chance|control|on purpose|sanity/i;

function isMeant({ code }: CheckContext, at: Span, name: string): boolean {
  const call = code.callAt(at);
  const around = call === null ? null : code.functionAround(call);
  const inside = around === null || around.kind === 'Lambda' ? '' : around.name;
  const statement = call === null ? null : code.statementAround(call);
  const target = statement?.kind === 'Assign' ? code.at(statement.targets[0]!.span) : '';
  const said = [name, target].filter(text => /^[\w.]+$/.test(text)).join(' ');
  return SAID.test(said) || SAID_BESIDE.test(`${inside} ${code.commentsNear(at)}`);
}

/** Without the statements that do nothing but shuffle; null where a shuffle is part of something else. */
function withoutShuffles({ code }: CheckContext, draws: readonly RowDraw[]): Edit[] | null {
  const edits = new Map<number, Edit>();
  for (const { at } of draws) {
    const call = code.callAt(at);
    const statement = call === null ? null : code.statementAround(call);
    if (call === null || statement === null || !isShuffle(code, statement, call)) return null;
    const around = code.parent(statement);
    if (around === null || !('body' in around) || !Array.isArray(around.body) || around.body.length < 2)
      return null;
    edits.set(statement.span.start.offset, removeLines(code, statement.span));
  }
  return [...edits.values()];
}

/** `np.random.shuffle(x)`, or `x = shuffle(x)`. */
function isShuffle(code: SourceCode, statement: Statement, call: Call): boolean {
  const [argument, ...others] = call.args;
  if (argument === undefined || others.length > 0) return false;
  if (statement.kind === 'Expr') return statement.value === call;
  if (statement.kind !== 'Assign' || statement.targets.length !== 1) return false;
  const target = code.at(statement.targets[0]!.span);
  const { value } = statement;
  if (value === call) return code.at(argument.span) === target;
  return value.kind === 'Subscript' && value.slice === call && code.at(value.value.span) === target;
}
