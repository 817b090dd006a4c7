// Einstein summation, lowered to transpose, matmul and sum.
import { type Dim, dimsAgree, formatShape, ShapeError, UnknownShape } from '../shapes.ts';
import type { Tensor } from '../tensor.ts';
import { mul } from './binary.ts';
import { matmul } from './matmul.ts';
import { sum } from './reduction.ts';
import { expandDims, reshape, transpose } from './shaping.ts';

interface Term {
  readonly tensor: Tensor;
  readonly labels: readonly string[];
}

/** numpy.einsum for operands without repeated labels: 'abc,cd->abd', '...ij,jk', 'ij->ji'. */
export function einsum(equation: string, ...operands: Tensor[]): Tensor {
  const compact = equation.replaceAll(' ', '');
  const [left, right] = compact.split('->');
  const inputs = left.split(',');
  if (inputs.length !== operands.length) {
    throw new ShapeError(
      'einsum',
      `'${equation}' names ${inputs.length} operands, received ${operands.length}`,
    );
  }
  const dots = Math.max(
    0,
    ...inputs.map((text, index) => operands[index].shape.length - text.replace('...', '').length),
  );
  const terms = inputs.map((text, index) => ({
    tensor: operands[index],
    labels: expandLabels(text, operands[index], equation),
  }));
  const sizes = collectSizes(terms, equation);
  const output = right === undefined ? implicitOutput(terms) : expandOutput(right, dots);
  for (const label of output) {
    if (!sizes.has(label)) throw new ShapeError('einsum', `'${equation}' has no operand with '${label}'`);
  }
  let current: Term = terms[0];
  for (let index = 1; index < terms.length; index++) {
    const needed = new Set([...output, ...terms.slice(index + 1).flatMap(term => term.labels)]);
    current = contract(current, terms[index], needed, sizes);
  }
  return arrange(current, output);
}

function expandLabels(text: string, tensor: Tensor, equation: string): string[] {
  const rank = tensor.shape.length;
  const at = text.indexOf('...');
  const plain = text.replace('...', '');
  if (at < 0 ? plain.length !== rank : plain.length > rank) {
    throw new ShapeError(
      'einsum',
      `'${text}' in '${equation}' does not match shape ${formatShape(tensor.shape)}`,
    );
  }
  if (new Set(plain).size !== plain.length)
    throw new UnknownShape('einsum', `'${text}' repeats a label, which is not supported`);
  if (at < 0) return [...plain];
  const hidden = rank - plain.length;
  const dots = Array.from({ length: hidden }, (_, index) => `.${hidden - 1 - index}`);
  return [...plain.slice(0, at), ...dots, ...plain.slice(at)];
}

function expandOutput(text: string, dots: number): string[] {
  const at = text.indexOf('...');
  if (at < 0) return [...text];
  const hidden = Array.from({ length: dots }, (_, index) => `.${dots - 1 - index}`);
  return [...text.slice(0, at), ...hidden, ...text.slice(at + 3)];
}

function implicitOutput(terms: readonly Term[]): string[] {
  const all = terms.flatMap(term => term.labels);
  const dots = [...new Set(all.filter(label => label.startsWith('.')))].sort().reverse();
  const once = all
    .filter(label => !label.startsWith('.') && all.indexOf(label) === all.lastIndexOf(label))
    .sort();
  return [...dots, ...once];
}

function collectSizes(terms: readonly Term[], equation: string): Map<string, Dim> {
  const sizes = new Map<string, Dim>();
  for (const { tensor, labels } of terms) {
    labels.forEach((label, axis) => {
      const known = sizes.get(label) ?? null;
      const dim = tensor.shape[axis];
      if (!dimsAgree(known, dim) && known !== 1 && dim !== 1) {
        const shapes = terms.map(term => formatShape(term.tensor.shape)).join(' and ');
        throw new ShapeError(
          'einsum',
          `'${label}' is ${known} and ${dim} in '${equation}' with shapes ${shapes}`,
        );
      }
      sizes.set(label, known === null || known === 1 ? dim : known);
    });
  }
  return sizes;
}

/** Sums a term over the labels that nothing else needs. */
function reduceAway(term: Term, needed: ReadonlySet<string>): Term {
  const axes = term.labels.flatMap((label, axis) => (needed.has(label) ? [] : [axis]));
  if (axes.length === 0) return term;
  return { tensor: sum(term.tensor, axes), labels: term.labels.filter(label => needed.has(label)) };
}

function contract(
  first: Term,
  second: Term,
  needed: ReadonlySet<string>,
  sizes: ReadonlyMap<string, Dim>,
): Term {
  const a = reduceAway(first, new Set([...needed, ...second.labels]));
  const b = reduceAway(second, new Set([...needed, ...first.labels]));
  const shared = a.labels.filter(label => b.labels.includes(label));
  const batch = shared.filter(label => needed.has(label));
  const inner = shared.filter(label => !needed.has(label));
  const rows = a.labels.filter(label => !shared.includes(label));
  const columns = b.labels.filter(label => !shared.includes(label));
  if (inner.length === 0) return multiply(a, b, [...batch, ...rows, ...columns]);
  const dims = (term: Term, labels: readonly string[]) =>
    labels.map(label => term.tensor.shape[term.labels.indexOf(label)]);
  const left = arrange(a, [...batch, ...rows, ...inner]);
  const right = arrange(b, [...batch, ...inner, ...columns]);
  const flatten = (labels: readonly string[], term: Term): Dim => {
    const list = dims(term, labels);
    return list.length === 1
      ? list[0]
      : list.includes(null)
        ? -1
        : (list as number[]).reduce((x, y) => x * y, 1);
  };
  const product = matmul(
    reshape(left, [...dims(a, batch), flatten(rows, a), flatten(inner, a)]),
    reshape(right, [...dims(b, batch), flatten(inner, b), flatten(columns, b)]),
  );
  const labels = [...batch, ...rows, ...columns];
  return {
    tensor: reshape(
      product,
      labels.map(label => sizes.get(label) ?? null),
    ),
    labels,
  };
}

function multiply(a: Term, b: Term, labels: readonly string[]): Term {
  return { tensor: mul(spread(a, labels), spread(b, labels)), labels };
}

/** The term with its axes in the order of `labels` and axes of size 1 for those it lacks. */
function spread(term: Term, labels: readonly string[]): Tensor {
  const arranged = arrange(
    term,
    labels.filter(label => term.labels.includes(label)),
  );
  const missing = labels.flatMap((label, axis) => (term.labels.includes(label) ? [] : [axis]));
  return missing.length === 0 ? arranged : expandDims(arranged, missing);
}

function arrange(term: Term, labels: readonly string[]): Tensor {
  const kept = reduceAway(term, new Set(labels));
  return transpose(
    kept.tensor,
    labels.map(label => kept.labels.indexOf(label)),
  );
}
