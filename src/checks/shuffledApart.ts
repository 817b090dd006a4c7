/** Inputs shuffled without their labels, or the other way round. */
import { message } from '../python/message.ts';
import type { Expression, Span, Statement } from '../python/syntax.ts';
import type { Check, CheckContext } from './check.ts';
import { fix, removeLines } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';
import { dottedName } from './sourceCode.ts';

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
    if (!/\.(shuffle|permutation)\b/.test(context.code.text)) return;
    const shuffled = shuffledNames(context);
    for (const call of context.record.fits) {
      if (call.raised || (call.method !== 'fit' && call.method !== 'train_on_batch')) continue;
      const [x, y] = [call.x[0], call.y[0]];
      if (x?.span == null || y?.span == null || !isName(x.text) || !isName(y.text) || x.text === y.text)
        continue;
      if (!shuffled.has(x.text) && !shuffled.has(y.text)) continue;
      const events = eventsBefore(context, call.span, [x.text, y.text]);
      const last = (name: string) => events.findLast(event => event.kind !== 'seed' && event.name === name);
      const [lastX, lastY] = [last(x.text), last(y.text)];
      const seeded = events.some(event => event.kind === 'seed');
      for (const [mine, other, name, partner] of [
        [lastX, lastY, x.text, y.text],
        [lastY, lastX, y.text, x.text],
      ] as const) {
        if (mine?.kind !== 'shuffle' || SAID.test(name)) continue;
        // The other one must have been there before, and must not have been made anew from this one.
        if (
          other === undefined ||
          other.span.start.offset > mine.span.start.offset ||
          (other.kind === 'shuffle' && seeded)
        )
          continue;
        yield {
          span: mine.span,
          message: message(
            '`{0}` is shuffled alone, so its rows no longer belong to those of `{1}`.',
            name,
            partner,
          ),
          related: [{ span: call.span, message: message('This call takes their rows as pairs.') }],
          fixes: fix(
            'leave-shuffling-to-fit',
            message('Leave the shuffling to fit'),
            [mine, ...(other.kind === 'shuffle' ? [other] : [])].map(({ statement }) =>
              removeLines(context.code, statement),
            ),
            true,
          ),
        };
      }
    }
  },
};

/** Names that say that the order is meant to be lost, as for a baseline. */
const SAID = /random|shuffled|permuted|scrambled|noise/i;

/** The names that are shuffled anywhere: few fits have to do with any. */
function shuffledNames({ code }: CheckContext): Set<string> {
  const names = new Set<string>();
  for (const call of code.all('Call')) {
    if (!/\.(shuffle|permutation)$/.test(dottedName(call.func) ?? '')) continue;
    const around = code.parent(call);
    const [argument] = call.args;
    for (const node of [argument, around?.kind === 'Subscript' ? around.value : undefined]) {
      const name = node === undefined ? null : dottedName(node);
      if (name !== null) names.add(name);
    }
  }
  return names;
}

function isName(text: string | null): text is string {
  return text !== null && /^[A-Za-z_]\w*$/.test(text);
}

interface Event {
  readonly kind: 'assign' | 'shuffle' | 'seed';
  readonly name: string;
  readonly span: Span;
  readonly statement: Span;
}

/** What happens to the names, statement by statement, in the block that holds the call. */
function eventsBefore(context: CheckContext, before: Span, names: readonly string[]): Event[] {
  const events: Event[] = [];
  for (const statement of blockOf(context, before)) {
    if (statement.span.end.offset > before.start.offset) break;
    events.push(...eventsOf(context, statement, names));
  }
  return events;
}

function blockOf(context: CheckContext, span: Span): readonly Statement[] {
  const call = context.code.callAt(span);
  const around = call === null ? null : context.code.functionAround(call);
  return around !== null && around.kind !== 'Lambda' ? around.body : context.code.module.body;
}

function eventsOf({ code }: CheckContext, statement: Statement, names: readonly string[]): Event[] {
  const place = { statement: statement.span };
  if (statement.kind === 'Expr' && statement.value.kind === 'Call') {
    const called = dottedName(statement.value.func) ?? '';
    if (/(^|\.)(seed|set_state|set_seed|set_random_seed)$/.test(called))
      return [{ kind: 'seed', name: '', span: statement.span, ...place }];
    const [argument] = statement.value.args;
    const name = argument === undefined ? null : dottedName(argument);
    const shuffles = /\.shuffle$/.test(called) && statement.value.args.length === 1;
    return shuffles && name !== null && names.includes(name)
      ? [{ kind: 'shuffle', name, span: statement.value.span, ...place }]
      : [];
  }
  if (statement.kind !== 'Assign') {
    // Anything else that writes one of the names counts as making it anew.
    return names
      .filter(name => new RegExp(`\\b${name}\\b`).test(code.at(statement.span)) && statement.kind !== 'Expr')
      .map(name => ({ kind: 'assign', name, span: statement.span, ...place }));
  }
  const { targets, value } = statement;
  const written = targets.flatMap(writtenNames).filter(name => names.includes(name));
  if (
    written.length === 1 &&
    value.kind === 'Call' &&
    /\brandom\.permutation$|rng\.permutation$/.test(dottedName(value.func) ?? '')
  ) {
    const [argument] = value.args;
    if (argument !== undefined && dottedName(argument) === written[0])
      return [{ kind: 'shuffle', name: written[0]!, span: value.span, ...place }];
  }
  // `x = x[np.random.permutation(len(x))]`: an order that nothing else is put into.
  if (
    written.length === 1 &&
    value.kind === 'Subscript' &&
    dottedName(value.value) === written[0] &&
    value.slice.kind === 'Call' &&
    /\brandom\.permutation$|rng\.permutation$/.test(dottedName(value.slice.func) ?? '')
  )
    return [{ kind: 'shuffle', name: written[0]!, span: value.span, ...place }];
  return written.map(name => ({ kind: 'assign', name, span: statement.span, ...place }));
}

function writtenNames(target: Expression): string[] {
  if (target.kind === 'Name') return [target.id];
  if (target.kind === 'Tuple' || target.kind === 'List') return target.elts.flatMap(writtenNames);
  if (target.kind === 'Subscript' || target.kind === 'Attribute' || target.kind === 'Starred')
    return writtenNames(target.value);
  return [];
}
