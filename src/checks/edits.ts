/** Builds quick fixes: changes of arguments, of activations and losses, with the imports that they need. */

import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import { losses } from '../library/keras/losses/index.ts';
import type { Fix } from '../python/errors.ts';
import type { FixKind } from '../python/fixKinds.ts';
import { type Message, message } from '../python/message.ts';
import type { Expression, Span } from '../python/syntax.ts';
import type { CheckContext } from './check.ts';
import { reference } from './imports.ts';
import type { LossUse } from './lossUse.ts';
import type { Call, SourceCode } from './sourceCode.ts';

export type Edit = Fix['edits'][number];

/** A fix from edits that may not have been possible: null then, and left out. */
export function fix(kind: FixKind, title: Message, edits: readonly Edit[] | null, preferred = false): Fix[] {
  if (edits === null || edits.length === 0) return [];
  return [preferred ? { kind, title, edits, preferred } : { kind, title, edits }];
}

/** All edits together, each once; null as soon as one is not possible. */
export function together(...parts: readonly (readonly Edit[] | null)[]): Edit[] | null {
  const edits: Edit[] = [];
  for (const part of parts) {
    if (part === null) return null;
    for (const edit of part) if (!edits.some(other => isSame(edit, other))) edits.push(edit);
  }
  return edits;
}

function isSame(a: Edit, b: Edit): boolean {
  const [x, y] = [a.span, b.span];
  return a.text === b.text && x.start.offset === y.start.offset && x.end.offset === y.end.offset;
}

export function replace(span: Span, text: string): Edit {
  return { span, text };
}

/** A string literal in the quotes that the script prefers. */
export function quoted(code: SourceCode, text: string): string {
  return `${code.quote}${text}${code.quote}`;
}

/** What Keras 1 called arguments that fixes write. */
const formerNames: ReadonlyMap<string, string> = new Map([
  ['units', 'output_dim'],
  ['filters', 'nb_filter'],
  ['padding', 'border_mode'],
]);

/** The argument for the edges of a window, by the name that the script's Keras has for it. */
export function paddingName({ kerasVersion }: Pick<CheckContext, 'kerasVersion'>): string {
  return kerasVersion === 1 ? formerNames.get('padding')! : 'padding';
}

/** The expression passed for an argument, by keyword or at a place. */
export function argumentOf(call: Call, name: string, place: number | null): Expression | null {
  const keyword = call.keywords.find(({ arg }) => arg === name || arg === formerNames.get(name));
  if (keyword) return keyword.value;
  if (place === null || call.args.some(item => item.kind === 'Starred')) return null;
  return call.args[place] ?? null;
}

/** Writes an argument: over the one that is there, else behind the last, on a line of its own where the others have one. */
export function setArgument(
  code: SourceCode,
  call: Call,
  name: string,
  text: string,
  place: number | null = null,
): Edit[] | null {
  const present = argumentOf(call, name, place);
  if (present) return [replace(present.span, text)];
  // What `**options` holds is not known.
  if (call.keywords.some(item => item.arg === null)) return null;
  const last = argumentSpans(call).at(-1);
  if (last !== undefined) {
    const indent = isColumn(call) ? lineIndent(code, last) : null;
    return indent === null
      ? [inserted(last.end, `, ${name}=${text}`)]
      : onNextLine(code, last, `${indent}${name}=${text}`);
  }
  const { end } = call.span;
  const inside = { line: end.line, column: end.column - 1, offset: end.offset - 1 };
  return end.column === 0 ? null : [inserted(inside, `${name}=${text}`)];
}

/** The arguments in the order of the text. */
function argumentSpans(call: Call): Span[] {
  const spans = [...call.args, ...call.keywords].map(item => item.span);
  return spans.sort((a, b) => a.start.offset - b.start.offset);
}

/** Whether each argument begins on a line of its own, or those do that have a name, and so does the bracket. */
function isColumn(call: Call): boolean {
  const spans = argumentSpans(call);
  const lines = spans.map(({ start }) => start.line);
  const isClosedBelow = call.span.end.line > (spans.at(-1)?.end.line ?? 0);
  const named = call.keywords.map(({ span }) => span.start.line);
  if (isClosedBelow && named.length > 0 && new Set(named).size === named.length) return true;
  const isEach = new Set(lines).size === lines.length;
  return isEach && (lines.length > 1 || lines[0] !== call.func.span.end.line);
}

/** What stands before a place on its line, where that is nothing but space. */
export function lineIndent(code: SourceCode, { start }: Span): string | null {
  const before = code.text.slice(start.offset - start.column, start.offset);
  return before.trim() === '' ? before : null;
}

/** A line below the last item of a column, whose comma and comment stay where they are. */
function onNextLine(code: SourceCode, last: Span, line: string): Edit[] {
  const [rest] = /^[^\r\n]*/.exec(code.text.slice(last.end.offset))!;
  const [, comma, comment] = /^([ \t]*,)?([ \t]*#.*)?/.exec(rest)!;
  if (comment === undefined) return [inserted(last.end, `,\n${line}`)];
  const end = code.position(last.end.offset + (comma?.length ?? 0) + comment.length);
  return comma === undefined
    ? [inserted(last.end, ','), inserted(end, `\n${line}`)]
    : [inserted(end, `\n${line},`)];
}

function inserted(at: Span['start'], text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** Takes a keyword argument out, with its comma, and with its lines where it has them for itself. */
export function removeArgument(code: SourceCode, call: Call, name: string): Edit[] | null {
  const keyword = call.keywords.find(item => item.arg === name);
  if (keyword === undefined) return null;
  const spans = argumentSpans(call);
  const index = spans.indexOf(keyword.span);
  const { start, end } = keyword.span;
  const own = /^[ \t]*,?[ \t]*(?:#[^\r\n]*)?(?:\r?\n)/.exec(code.text.slice(end.offset));
  if (own !== null && index > 0 && lineIndent(code, keyword.span) !== null)
    return [{ span: code.span(start.offset - start.column, end.offset + own[0].length), text: '' }];
  if (index > 0) return [{ span: { start: spans[index - 1]!.end, end }, text: '' }];
  const next = spans[index + 1];
  if (next) return [{ span: { start, end: next.start }, text: '' }];
  const [comma] = /^[ \t]*,?/.exec(code.text.slice(end.offset))!;
  return [{ span: code.span(start.offset, end.offset + (comma.endsWith(',') ? comma.length : 0)), text: '' }];
}

/** Changes the activation that a layer ends with; null where the text does not show it. */
export function setActivation(context: CheckContext, layer: LayerObject | null, name: string): Edit[] | null {
  if (layer === null) return null;
  const call = context.code.callAt(layer.madeAt);
  if (call === null) return null;
  const text = quoted(context.code, name);
  const kind = layer.definition?.name;
  if (kind === 'Activation') return setArgument(context.code, call, 'activation', text, 0);
  if (kind === 'Softmax' || kind === 'ReLU' || kind === 'LeakyReLU') {
    const activation = reference(context.code, 'keras.layers', 'Activation');
    return [replace(call.span, `${activation.text}(${text})`), ...activation.edits];
  }
  if (!layer.config.has('activation')) return null;
  const place = [...layer.config.keys()].indexOf('activation');
  return setArgument(context.code, call, 'activation', text, place < 0 ? null : place);
}

/** Takes the activation of a layer away, so that it puts out logits. */
export function removeActivation(context: CheckContext, layer: LayerObject | null): Edit[] | null {
  const call = layer === null ? null : context.code.callAt(layer.madeAt);
  if (call === null || !layer!.config.has('activation') || layer!.definition?.name === 'Activation')
    return null;
  return removeArgument(context.code, call, 'activation');
}

/** Takes away a layer that stands in the script as `model.add(Softmax())` or as an item of a list. */
export function removeLayer(context: CheckContext, layer: LayerObject | null): Edit[] | null {
  const { code } = context;
  const call = layer === null ? null : code.callAt(layer.madeAt);
  if (call === null) return null;
  const parent = code.parent(call);
  if (parent?.kind === 'Call' && parent.args.length === 1 && /\.add$/.test(code.at(parent.func.span))) {
    const statement = code.parent(parent);
    return statement?.kind === 'Expr' ? [removeLines(code, statement.span)] : null;
  }
  if (parent?.kind !== 'List') return null;
  const index = parent.elts.indexOf(call);
  if (index <= 0) return null;
  return [{ span: { start: parent.elts[index - 1]!.span.end, end: call.span.end }, text: '' }];
}

/** Takes away a call of one argument, as \`tf.nn.softmax(x)\`, and leaves what it was given. */
export function unwrapCall({ code }: CheckContext, span: Span | null): Edit[] | null {
  const call = code.callAt(span);
  const given = call?.args.length === 1 && call.keywords.length === 0 ? call.args[0]! : null;
  if (call === null || given === null || given.kind === 'Starred') return null;
  return [replace(call.span, code.at(given.span))];
}

/** Whole lines with their line break. */
export function removeLines(code: SourceCode, span: Span): Edit {
  const start = span.start.offset - span.start.column;
  const lineEnd = code.text.indexOf('\n', span.end.offset);
  return { span: code.span(start, lineEnd < 0 ? code.text.length : lineEnd + 1), text: '' };
}

/** Tells the loss that the outputs are logits (or that they are not). */
export function setFromLogits(context: CheckContext, loss: LossUse, value: boolean): Edit[] | null {
  const { code } = context;
  if (loss.form === 'of-logits') return null;
  const made = code.callAt(loss.form === 'function' ? loss.span : loss.madeAt);
  if (made !== null)
    return value
      ? setArgument(context.code, made, 'from_logits', 'True')
      : removeArgument(context.code, made, 'from_logits');
  if (loss.span === null || !value || loss.madeAt !== null) return null;
  const cls = reference(code, 'keras.losses', loss.definition.className);
  return [replace(loss.span, `${cls.text}(from_logits=True)`), ...cls.edits];
}

/** Puts another loss in the place of this one, named by its function. */
export function setLoss(context: CheckContext, loss: LossUse, functionName: string): Edit[] | null {
  const { code } = context;
  if (loss.form === 'argument')
    return loss.span === null ? null : [replace(loss.span, quoted(code, functionName))];
  const call = code.callAt(loss.form === 'object' ? loss.madeAt : loss.span);
  const other = losses.find(definition => definition.functionName === functionName);
  if (call === null || other === undefined || loss.form === 'of-logits') return null;
  const named = loss.form === 'object' ? other.className : functionName;
  const { text, edits } = reference(code, 'keras.losses', named);
  return [replace(call.func.span, text), ...edits];
}

/** Where a finding about a loss is shown. */
export function lossPlace(loss: LossUse, fallback: Span): Span {
  return loss.madeAt ?? loss.span ?? fallback;
}

/** The title of a fix that changes an activation. */
export function activationTitle(name: string): Message {
  return message('Change the activation to `{0}`', name);
}
