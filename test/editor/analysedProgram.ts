/** A small analysed program made by hand, for tests of what the editor shows. */
import type {
  AnalysedLayer,
  AnalysedModel,
  AnalysedProgram,
  Finding,
  Fix,
} from '../../src/analysis/program.ts';
import { message } from '../../src/python/message.ts';
import type { Span } from '../../src/python/syntax.ts';

/** The span of the first `needle` in the text after `from`. */
export function spanOf(text: string, needle: string, from = 0): Span {
  const offset = text.indexOf(needle, from);
  if (offset < 0) {
    throw new Error(`The text has no ${needle}`);
  }
  const position = (at: number) => {
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: before.at(-1)!.length, offset: at };
  };
  return { start: position(offset), end: position(offset + needle.length) };
}

export function layer(change: Partial<AnalysedLayer>): AnalysedLayer {
  return {
    name: 'dense',
    className: 'Dense',
    span: null,
    outputShape: [null, 32],
    dtype: null,
    inputShape: [null, 10],
    weights: [],
    params: 352,
    derivation: null,
    flops: null,
    inner: [],
    ...change,
  };
}

export function model(change: Partial<AnalysedModel>): AnalysedModel {
  return {
    name: 'model',
    span: null,
    kind: 'sequential',
    layers: [],
    params: 451,
    flops: null,
    inputShape: [null, 10],
    outputShape: [null, 3],
    compile: null,
    ...change,
  };
}

export function finding(span: Span, fixes: readonly Fix[] = []): Finding {
  return {
    code: 'label-shape',
    severity: 'error',
    span,
    message: message('Labels do not fit'),
    raises: null,
    related: [],
    fixes,
  };
}

export function program(change: Partial<AnalysedProgram>): AnalysedProgram {
  return {
    isKerasScript: true,
    models: [],
    looseLayers: [],
    fits: [],
    findings: [],
    values: [],
    unknown: [],
    cutShort: false,
    ...change,
  };
}
