/** Ways out of names that do not exist: keys, file endings, layers in quotes, imports. */
import { nearestName } from '../../library/keras/errors/spelling.ts';
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { fix, lineIndent, quoted, replace, together } from '../edits.ts';
import type { Finding } from '../finding.ts';
import { reference } from '../imports.ts';
import type { SourceCode } from '../sourceCode.ts';
import { formerRemedies } from './former.ts';
import { misspeltImportRemedy } from './misspeltImports.ts';
import type { Remedy } from './remedy.ts';

/** The key of a dict display that is written as this text. */
function keyNode(dict: Expression | null, key: string): Expression | null {
  if (dict?.kind !== 'Dict') return null;
  const found = dict.keys.find(
    item => item?.kind === 'Constant' && item.value.type === 'str' && item.value.value === key,
  );
  return found ?? null;
}

function keysOf(dict: Expression | null): string[] {
  if (dict?.kind !== 'Dict') return [];
  return dict.keys.flatMap(item =>
    item?.kind === 'Constant' && item.value.type === 'str' ? [item.value.value] : [],
  );
}

function renameKey(code: SourceCode, dict: Expression | null, wrong: string, right: string) {
  const node = keyNode(dict, wrong);
  return node === null
    ? []
    : fix('rename-key', message('Change to `{0}`', right), [replace(node.span, quoted(code, right))], true);
}

/** Names in backquotes or quotes within a text. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/[`']([^`']+)[`']/g)].map(match => match[1]!);
}

const outputNameRemedy: Remedy = {
  codes: ['output-names'],
  propose(finding, { code }) {
    const [wrong, listed] = finding.message.args.map(String);
    const dict = code.expressionAt(finding.span);
    if (wrong === undefined || listed === undefined) return [];
    const free = namesIn(listed).filter(name => !keysOf(dict).includes(name));
    const right = nearestName(wrong, free) ?? (free.length === 1 ? free[0]! : null);
    return right === null ? [] : renameKey(code, dict, wrong, right);
  },
};

/** `history['acc']` and `history['lr']`, as Keras called them before 2.3 and before 3, and keys that are misspelt. */
const keyRemedy: Remedy = {
  codes: ['key-error'],
  propose(finding, { code }) {
    const [wrong, listed] = finding.message.args.map(String);
    const keys = namesIn(listed ?? '').map(key => key.replace(/^'|'$/g, ''));
    const name = wrong?.replace(/^'|'$/g, '') ?? '';
    const ofToday = name === 'lr' ? 'learning_rate' : name.replace(/^(val_)?acc$/, '$1accuracy');
    const right = keys.includes(ofToday) ? ofToday : name.length < 3 ? null : nearestName(name, keys);
    const node = code
      .all('Subscript')
      .find(
        ({ span }) =>
          span.start.offset === finding.span.start.offset && span.end.offset === finding.span.end.offset,
      );
    const key = node?.slice;
    if (right === null || key?.kind !== 'Constant' || key.value.type !== 'str') return [];
    return fix(
      'correct-key',
      message('Change to `{0}`', right),
      [replace(key.span, quoted(code, right))],
      true,
    );
  },
};

/** `forward`, as PyTorch calls it, of the class that lacks `call`. */
const forwardRemedy: Remedy = {
  codes: ['missing-call'],
  propose(finding, { code }) {
    const [name] = finding.message.args.map(String);
    const cls = code.all('ClassDef').filter(item => item.name === name);
    const method = cls[0]?.body.find(item => item.kind === 'FunctionDef' && item.name === 'forward');
    if (cls.length !== 1 || method?.kind !== 'FunctionDef') return [];
    // Other classes and objects may have a `forward` of their own.
    const isUsed = code.all('Attribute').some(item => item.attr === 'forward');
    if (isUsed) return [];
    return fix(
      'rename-forward',
      message('Rename `forward` to `call`'),
      [replace(method.nameSpan, 'call')],
      true,
    );
  },
};

const inputNameRemedy: Remedy = {
  codes: ['input-names'],
  propose(finding, { code }) {
    const expected = /Expected the following keys: \[([^\]]*)\]/.exec(finding.raises ?? '')?.[1];
    const missing = /Missing data for input "([^"]*)"/.exec(finding.raises ?? '')?.[1];
    const dict = code.expressionAt(finding.span);
    if (expected === undefined || missing === undefined) return [];
    const extra = keysOf(dict).filter(key => !namesIn(expected).includes(key));
    const wrong = nearestName(missing, extra) ?? (extra.length === 1 ? extra[0]! : null);
    return wrong === null ? [] : renameKey(code, dict, wrong, missing);
  },
};

/** What a name of the script stands for, where it is given a value once. */
function writtenName(code: SourceCode, node: Expression | null): Expression | null {
  if (node?.kind !== 'Name') return node;
  const assigned = code
    .all('Assign')
    .filter(({ targets }) => targets.some(target => target.kind === 'Name' && target.id === node.id));
  return assigned.length === 1 ? assigned[0]!.value : null;
}

const fileNameRemedy: Remedy = {
  codes: ['file-name'],
  propose(finding, { code }) {
    const node = writtenName(code, code.expressionAt(finding.span));
    if (node?.kind !== 'Constant' || node.value.type !== 'str') return [];
    const ending = /weights\.h5/.test(finding.raises ?? '') ? '.weights.h5' : '.keras';
    const stem = node.value.value.replace(/\.(weights|h5|hdf5|keras|tf|pb|ckpt)$/g, '');
    return fix(
      'change-file-ending',
      message('Change to `{0}`', `${stem}${ending}`),
      [replace(node.span, quoted(code, `${stem}${ending}`))],
      true,
    );
  },
};

/** `model.add('relu')`. */
const quotedLayerRemedy: Remedy = {
  codes: ['not-a-layer', 'unknown-optimizer', 'unknown-loss', 'unknown-metric'],
  propose(finding, { code }) {
    const node = code.expressionAt(finding.span);
    const text = code.at(finding.span);
    if (finding.code === 'not-a-layer' && node?.kind === 'Constant' && node.value.type === 'str') {
      const activation = reference(code, 'keras.layers', 'Activation');
      const made = `${activation.text}(${text})`;
      return fix(
        'wrap-activation-name',
        message('Change to `{0}`', made),
        together([replace(finding.span, made)], activation.edits),
        true,
      );
    }
    // A class in place of what it makes, where that can be made of nothing.
    if (node?.kind !== 'Name' && node?.kind !== 'Attribute') return [];
    const isOfCompile = finding.code !== 'not-a-layer';
    return /class|^TypeError: (Expected|Failed)/.test(finding.raises ?? '') &&
      (isOfCompile || /(Flatten|Dropout|BatchNormalization|ReLU|Softmax)$/.test(text))
      ? fix(
          'call-layer-class',
          message('Change to `{0}`', `${text}()`),
          [replace(finding.span, `${text}()`)],
          true,
        )
      : [];
  },
};

const metricsListRemedy: Remedy = {
  codes: ['metrics-list'],
  propose(finding, { code }) {
    const text = `[${code.at(finding.span)}]`;
    return fix('list-the-metrics', message('Change to `{0}`', text), [replace(finding.span, text)], true);
  },
};

/** Keras would number a name of its own as well, and may meet the other one again. */
const duplicateNameRemedy: Remedy = {
  codes: ['duplicate-name'],
  propose(finding, { code, record }) {
    const name = code.callAt(finding.span)?.keywords.find(item => item.arg === 'name')?.value;
    if (name?.kind !== 'Constant' || name.value.type !== 'str') return [];
    const taken = new Set([...record.layers].map(layer => layer.name));
    let number = 2;
    while (taken.has(`${name.value.value}_${number}`)) number++;
    const free = `${name.value.value}_${number}`;
    return fix(
      'number-the-name',
      message('Change to `{0}`', free),
      [replace(name.span, quoted(code, free))],
      true,
    );
  },
};

/** `Dropout(20)`, `validation_split=20`: a share in percent. */
const shareRemedy: Remedy = {
  codes: ['invalid-argument', 'validation-split'],
  propose(finding, { code }) {
    if (finding.code === 'invalid-argument' && !/argument `rate`\. /.test(finding.raises ?? '')) return [];
    const given = code.at(finding.span);
    const share = Number(given) / 100;
    if (!/^[\d.]+$/.test(given) || share < 0.02 || share >= 1) return [];
    return fix(
      'write-share',
      message('Change to `{0}`', String(share)),
      [replace(finding.span, String(share))],
      true,
    );
  },
};

/** `model.sumary()`, `prnt(x)`: the name that Python asks after, or that a slip made it of. */
const suggestedNameRemedy: Remedy = {
  codes: ['attribute-error', 'undefined-name'],
  propose(finding, { code }) {
    const wrong = /(?:attribute|name) '(\w+)'/.exec(finding.raises ?? '')?.[1];
    const { meant } = finding;
    const node = code.expressionAt(finding.span);
    if (wrong === undefined || !meant || node === null) return [];
    const named = node.kind === 'Call' ? node.func : node;
    if (named.kind === 'Name' && named.id === wrong)
      return fix('correct-name', message('Change to `{0}`', meant), [replace(named.span, meant)], true);
    if (named.kind === 'Attribute' && named.attr === wrong)
      return fix(
        'correct-attribute',
        message('Change to `{0}`', meant),
        [replace(named.attrSpan, meant)],
        true,
      );
    return [];
  },
};

/** Attributes that Keras 3 has no longer, by the one that does the same. */
const namesNow: ReadonlyMap<string, string> = new Map([
  ['fit_generator', 'fit'],
  ['evaluate_generator', 'evaluate'],
  ['predict_generator', 'predict'],
  ['predict_proba', 'predict'],
  ['lr', 'learning_rate'],
]);

/** `model.predict_classes(x)` becomes `np.argmax(model.predict(x), axis=-1)`. */
function argmaxFix(finding: Finding, code: SourceCode) {
  const node = code.expressionAt(finding.span);
  const call = node === null ? null : code.parent(node);
  if (node?.kind !== 'Attribute' || call?.kind !== 'Call') return [];
  const argmax = reference(code, 'numpy', 'argmax');
  const { start, end } = call.span;
  return fix(
    'argmax-of-predict',
    message('Change to `{0}`', `${argmax.text}(….predict(…), axis=-1)`),
    [
      ...argmax.edits,
      { span: { start, end: start }, text: `${argmax.text}(` },
      replace(finding.span, `${code.at(node.value.span)}.predict`),
      { span: { start: end, end }, text: ', axis=-1)' },
    ],
    true,
  );
}

/** `model.fit_generator(…)` becomes `model.fit(…)`, `optimizer.lr` becomes `optimizer.learning_rate`. */
const methodRemedy: Remedy = {
  codes: ['attribute-error'],
  propose(finding, { code }) {
    const name = /object has no attribute '(\w+)'$/.exec(finding.raises ?? '')?.[1];
    const now = name === undefined ? undefined : namesNow.get(name);
    const text = code.at(finding.span);
    if (name === 'predict_classes') return argmaxFix(finding, code);
    if (now === undefined || !text.endsWith(`.${name}`)) return [];
    return fix(
      'use-new-attribute',
      message('Change to `{0}`', now),
      [replace(finding.span, `${text.slice(0, -name!.length)}${now}`)],
      true,
    );
  },
};

const superRemedy: Remedy = {
  codes: ['super-init'],
  propose(finding, { code }) {
    const raises = finding.raises ?? '';
    const name = (/In layer '(\w+)'/.exec(raises) ?? /'(\w+)' object has no/.exec(raises))?.[1];
    const owner = code.all('ClassDef').find(node => node.name === name);
    const init = owner?.body.find(node => node.kind === 'FunctionDef' && node.name === '__init__');
    const [first, second] = init?.kind === 'FunctionDef' ? init.body : [];
    // A docstring stays the first.
    const isText = first?.kind === 'Expr' && first.value.kind === 'Constant';
    const before = isText ? (second ?? first) : first;
    const indent = before === undefined ? null : lineIndent(code, before.span);
    if (init?.kind !== 'FunctionDef' || before === undefined || indent === null) return [];
    // What a layer takes besides its own settings, as its name, is for Layer.
    const { kwarg } = init.args;
    const call = `super().__init__(${kwarg === null ? '' : `**${kwarg.arg}`})`;
    const at = before.span.start;
    return fix(
      'call-super-init',
      message('Call `{0}` first', call),
      [{ span: { start: at, end: at }, text: `${call}\n${indent}` }],
      true,
    );
  },
};

const vocabularyRemedy: Remedy = {
  codes: ['out-of-vocabulary'],
  propose(_finding, { code }) {
    const zero = code
      .all('keyword')
      .filter(node => node.arg === 'num_oov_indices' && code.at(node.value.span) === '0');
    return zero.length === 1
      ? fix(
          'leave-unknown-size',
          message('Leave a place for what is not known'),
          [replace(zero[0]!.value.span, '1')],
          true,
        )
      : [];
  },
};

export const nameRemedies: readonly Remedy[] = [
  ...formerRemedies,
  outputNameRemedy,
  forwardRemedy,
  inputNameRemedy,
  fileNameRemedy,
  quotedLayerRemedy,
  metricsListRemedy,
  duplicateNameRemedy,
  keyRemedy,
  misspeltImportRemedy,
  shareRemedy,
  superRemedy,
  methodRemedy,
  suggestedNameRemedy,
  vocabularyRemedy,
];
