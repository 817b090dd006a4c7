/** Labels that were divided along with the inputs. */

import type { RecordedData } from '../library/keras/record.ts';
import { message } from '../python/message.ts';
import type { Expression, NodeOf, Span } from '../python/syntax.ts';
import type { Check, CheckContext } from './check.ts';
import { fix, removeLines } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';
import { holdsFractions, madeHere, nameOf } from './labels.ts';
import { isCategorical, isSparse } from './lossUse.ts';
import { literalNumber, type SourceCode } from './sourceCode.ts';

const program = (scaling: string, fit = 'model.fit(X, y, epochs=10)') => `${threeClasses}${scaling}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
${fit}
`;

export const scaledLabels: Check = {
  code: 'scaled-labels',
  severity: 'warning',
  title: 'Labels that were scaled',
  documentation: {
    what: 'Class labels were divided by a number (as in `y = y / 255`) before training.',
    why: 'Class numbers are names, not quantities. Divided they are fractions, which the sparse crossentropy cuts down to 0: every sample is then of class 0. One-hot rows that are divided no longer sum to 1, and the loss all but vanishes.',
    fix: 'Scale the inputs only.',
  },
  chinese: {
    title: '标签被缩放',
    what: '类别标签在训练前被除以一个数（例如 `y = y / 255`）。',
    why: '类别编号是名称而不是数量。除过之后成了小数，sparse 交叉熵会把它们截成 0：所有样本都成了类别 0。被除过的 one-hot 行之和不再是 1，损失几乎消失。',
    fix: '只缩放输入。',
  },
  examples: {
    failing: program(
      'y = y / 255\n',
      `model.fit(X, y, epochs=10)
#            ^ warning[scaled-labels]: divided`,
    ),
    fixed: program(''),
    nearMiss: program("X = X / 255\ny = y.astype('float32')\n"),
  },
  *run(context) {
    for (const { loss, labels, at } of context.trainings) {
      if (loss === null || labels?.array == null || !(isSparse(loss) || isCategorical(loss))) continue;
      const { facts } = labels.array;
      if (facts.integers || facts.probabilities || !labels.array.dtype.startsWith('float')) continue;
      const division = divisionBehind(labels, context);
      const tooSmall = facts.maximum === null || facts.maximum <= 1;
      if (division === null || !tooSmall) {
        if (!isSparse(loss) || !holdsFractions(labels.array)) continue;
        yield {
          span: labels.span ?? at,
          message: message(
            '`{0}` holds fractions from {1} to {2}, and `{3}` takes whole class numbers.',
            nameOf(labels, 'y'),
            Number(facts.minimum!.toPrecision(4)),
            Number(facts.maximum!.toPrecision(4)),
            loss.name,
          ),
          related: madeHere(labels, 'y'),
        };
        continue;
      }
      const statement = context.code.statementAround(
        context.code.expressionAt(division) ?? context.code.module,
      );
      yield {
        span: labels.span ?? at,
        message: message(
          '`{0}` holds class labels that were divided, and `{1}` takes whole class numbers.',
          nameOf(labels, 'y'),
          loss.name,
        ),
        related: [{ span: division, message: message('The labels are divided here.') }],
        fixes: fix(
          'leave-labels-unscaled',
          message('Leave the labels as they are'),
          statement?.kind === 'Assign' || statement?.kind === 'AugAssign'
            ? undivided(context, statement.span, division)
            : null,
          true,
        ),
      };
    }
  },
};

/** Where the array was divided by a number above 1: the expression that made it. */
function divisionBehind(labels: RecordedData, context: CheckContext): Span | null {
  const { code } = context;
  const made = labels.array?.madeAt ?? null;
  const around = code.expressionAt(made);
  if (around?.kind === 'BinOp' && around.op === 'Div' && (literalNumber(around.right) ?? 0) > 1)
    return around.span;
  // `y /= 255`, and arrays made inside of a longer statement: the assignment of the name tells.
  const name = labels.text;
  if (name === null || !/^\w+$/.test(name)) return null;
  let found: Span | null = null;
  for (const statement of code.module.body) {
    if (labels.span !== null && statement.span.start.offset > labels.span.start.offset) break;
    if (statement.kind === 'AugAssign' && code.at(statement.target.span) === name) {
      found = statement.op === 'Div' && (literalNumber(statement.value) ?? 0) > 1 ? statement.span : null;
    } else if (statement.kind === 'Assign') {
      const value = assignedTo(code, statement, name);
      if (value === null) continue;
      found =
        value.kind === 'BinOp' && value.op === 'Div' && (literalNumber(value.right) ?? 0) > 1
          ? value.span
          : null;
    }
  }
  return found;
}

/** What an assignment gives a name: its value, or in `x, y = a, b` the one at the name's place. */
function assignedTo(code: SourceCode, { targets, value }: NodeOf<'Assign'>, name: string): Expression | null {
  if (targets.some(target => code.at(target.span) === name)) return value;
  for (const target of targets) {
    if (target.kind !== 'Tuple' || value.kind !== 'Tuple' || target.elts.length !== value.elts.length)
      continue;
    const place = target.elts.findIndex(item => code.at(item.span) === name);
    if (place >= 0) return value.elts[place]!;
  }
  return null;
}

/** `y = y / 255` goes as a whole; `y = load() / 255` keeps what stands before the division. */
function undivided(context: CheckContext, statement: Span, division: Span) {
  const { code } = context;
  const node = code.expressionAt(division);
  if (node?.kind !== 'BinOp') return [removeLines(code, statement)];
  const target = code.at(statement).split('=')[0]!.trim();
  const rest = code.at(node.left.span);
  return [rest === target ? removeLines(code, statement) : { span: division, text: rest }];
}
