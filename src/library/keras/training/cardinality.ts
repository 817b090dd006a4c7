/** As many rows of labels and weights as of inputs: Keras's check of what a training call is given. */
import { type Dim, formatShape } from '../../../graph/shapes.ts';
import { type Blame, type ErrorDetail, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Expression } from '../../../python/syntax.ts';
import type { Value } from '../../../python/values.ts';
import { flatten } from '../tensors/graphNode.ts';
import { raiseInWords } from '../versionWords.ts';
import { leavesOf } from './arraySource.ts';
import type { DataArguments } from './dataArguments.ts';
import { asWritten, DataLeaf, type Template } from './dataSource.ts';

/** All arrays must have as many rows; Keras's message lists them. */
export function checkCardinality(py: Interpreter, template: Template, args: DataArguments): Dim {
  const parts: [string, Value][] = [
    ['x', template.x],
    ['y', template.y],
    ['sample_weight', template.weight],
  ];
  const all = leavesOf(template);
  for (const leaf of all) {
    if (leaf.shape.length === 0) {
      throw raise(ValueError, `Data cardinality is ambiguous. An array of shape () has no samples.`, {
        code: 'cardinality',
      });
    }
  }
  const rows = new Set(all.map(leaf => leaf.shape[0]).filter(size => size !== null));
  if (rows.size <= 1)
    return rows.size === 1 && all.every(leaf => leaf.shape[0] !== null)
      ? [...rows][0]
      : (all[0]?.shape[0] ?? null);
  const lines = parts.flatMap(([label, value]) => {
    const sizes = flatten([value]).flatMap(leaf =>
      leaf instanceof DataLeaf ? [String(leaf.shape[0] ?? 'None')] : [],
    );
    return sizes.length === 0 ? [] : [`'${label}' sizes: ${sizes.join(', ')}\n`];
  });
  throw raiseInWords(
    py,
    {
      1: wordsOfKeras1(template),
      2: `Data cardinality is ambiguous:\n${lines.map(line => `  ${line.replaceAll("'", '')}`).join('')}Make sure all arrays contain the same number of samples.`,
      3: `Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.${lines.join('')}`,
    },
    cardinalityDetail(py, template, args),
  );
}

/** Keras 1 compares inputs with one another, then labels, then weights, before one with the next. */
function wordsOfKeras1({ x, y, weight }: Template): string {
  const [inputs, labels, weights] = [x, y, weight].map(value =>
    flatten([value]).flatMap(leaf => (leaf instanceof DataLeaf ? [leaf.shape[0] ?? null] : [])),
  ) as [Dim[], Dim[], Dim[]];
  const same = 'should have the same number of samples';
  const differ = (counts: readonly Dim[]) => new Set(counts).size > 1;
  if (differ(inputs)) return `All input arrays (x) ${same}.`;
  if (differ(labels)) return `All target arrays (y) ${same}.`;
  if (differ(weights)) return `All sample_weight arrays ${same}.`;
  return labels.length > 0 && inputs[0] !== labels[0]
    ? `Input arrays ${same} as target arrays. Found ${inputs[0]} input samples and ${labels[0]} target samples.`
    : `Sample_weight arrays ${same} as input arrays. Found ${inputs[0]} input samples and ${weights[0]} target samples.`;
}

/** What is written for each output; the values of a dict in the order of its keys' names, as Keras takes them. */
function partsOf(node: Expression): readonly Expression[] | null {
  if (node.kind === 'List' || node.kind === 'Tuple') return node.elts;
  if (node.kind !== 'Dict') return null;
  const entries = node.keys.map((key, index) => {
    const name = key?.kind === 'Constant' && key.value.type === 'str' ? key.value.value : '';
    return { name, value: node.values[index]! };
  });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ value }) => value);
}

/** The rows of what the script passes: a share that is held back for validation is part of it. */
function rowsOf({ array, shape }: DataLeaf): Dim {
  return (array === null ? shape : asWritten(array).shape)[0] ?? null;
}

/** The inputs or the labels in the script's words: where both are parts of one tuple, that part. */
function partText(
  py: Interpreter,
  { names }: DataArguments,
  index: 0 | 1,
  odd: number | null = null,
): string {
  const name = index === 0 ? names.x : names.y;
  const node = py.site?.argument(name) ?? null;
  const whole = names.x === names.y && node?.kind === 'Tuple' ? (node.elts[index] ?? node) : node;
  const part = whole === null || odd === null ? whole : (partsOf(whole)?.[odd] ?? whole);
  if (part === null || py.site === null) return name;
  return py.site.source.slice(part.span.start.offset, part.span.end.offset);
}

/** The labels, or what holds them. */
function labelsBlame(py: Interpreter, { names }: DataArguments): Blame {
  const node = py.site?.argument(names.y) ?? null;
  const part = names.x === names.y && node?.kind === 'Tuple' ? node.elts[1] : undefined;
  return part === undefined ? { kind: 'argument', name: names.y } : { kind: 'span', span: part.span };
}

function cardinalityDetail(py: Interpreter, template: Template, args: DataArguments): ErrorDetail {
  const [first] = flatten([template.x]);
  const x = first instanceof DataLeaf ? first : null;
  const labels = flatten([template.y]);
  const odd = labels.findIndex(leaf => leaf instanceof DataLeaf && leaf.shape[0] !== x?.shape[0]);
  const y = labels[Math.max(odd, 0)];
  if (x === null || !(y instanceof DataLeaf)) return { code: 'cardinality' };
  const text = (name: string) => py.site?.argumentText(name) ?? name;
  const rows = flatten([template.x]).flatMap(leaf => (leaf instanceof DataLeaf ? [leaf.shape[0]] : []));
  const other = rows.find(count => count !== rows[0]);
  if (other !== undefined) {
    return {
      code: 'cardinality',
      blame: { kind: 'argument', name: args.names.x },
      explanation: message(
        'The inputs in `{0}` have {1} and {2} rows: every sample needs one row of each.',
        text(args.names.x),
        rows[0] ?? '?',
        other ?? '?',
      ),
    };
  }
  const [weight] = flatten([template.weight]);
  if (x.shape[0] === y.shape[0] && weight instanceof DataLeaf) {
    return {
      code: 'cardinality',
      blame: { kind: 'argument', name: 'sample_weight' },
      explanation: message(
        '`{0}` has {1} rows and `{2}` has {3}: every sample needs its weight.',
        text(args.names.x),
        x.shape[0] ?? '?',
        text('sample_weight'),
        weight.shape[0] ?? '?',
      ),
    };
  }
  const related = [x, y].flatMap((leaf, index) =>
    leaf.array?.madeAt
      ? [
          {
            span: leaf.array.madeAt,
            message: message(
              '`{0}` is {1}',
              text(index === 0 ? args.names.x : args.names.y),
              formatShape(leaf.shape),
            ),
          },
        ]
      : [],
  );
  return {
    code: 'cardinality',
    blame: labelsBlame(py, args),
    explanation: message(
      '`{0}` has {1} rows and `{2}` has {3}: every sample needs its label.',
      partText(py, args, 0),
      rowsOf(x) ?? '?',
      partText(py, args, 1, labels.length > 1 ? odd : null),
      rowsOf(y) ?? '?',
    ),
    related,
  };
}
