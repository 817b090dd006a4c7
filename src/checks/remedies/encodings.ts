/** Ways out of labels that are encoded otherwise than the rest of the script has them: in training, and to validate on. */
import type { RecordedData, RecordedFit } from '../../library/keras/record.ts';
import type { Fix } from '../../python/errors.ts';
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { labelsOf } from '../dataSets.ts';
import { fix, replace, setArgument, together } from '../edits.ts';
import type { Finding } from '../finding.ts';
import { reference } from '../imports.ts';
import type { Call } from '../sourceCode.ts';
import {
  elementsOf,
  fitAround,
  isOfValidation,
  namedBefore,
  type Remedy,
  type RemedyContext,
  readShape,
} from './remedy.ts';

/** The call of `to_categorical` that made what a name stands for. */
function encodingOf({ code }: RemedyContext, given: Expression | null, before: number): Call | null {
  const assigned = code
    .all('Assign')
    .filter(({ span, targets }) => {
      const isBefore = span.end.offset < before;
      return (
        isBefore && targets.some(target => given !== null && code.at(target.span) === code.at(given.span))
      );
    })
    .at(-1);
  const made = given?.kind === 'Name' ? assigned?.value : given;
  return made?.kind === 'Call' && /(^|\.)to_categorical$/.test(code.at(made.func.span)) ? made : null;
}

/** Labels that the model of a training call meets elsewhere: to validate on, in tests and in other trainings. */
function otherLabels({ record }: RemedyContext, fitted: RecordedFit, isValidation: boolean): RecordedData[] {
  const elsewhere = record.fits.filter(item => item !== fitted && item.compile === fitted.compile);
  return [
    ...(isValidation ? fitted.y : fitted.validationY),
    ...elsewhere.flatMap(item => [...labelsOf(item), ...item.validationY]),
  ];
}

/** `to_categorical(y, num_classes=12)` before a model of 10 outputs, whose other labels are 10 wide. */
const classCountRemedy: Remedy = {
  codes: ['label-shape'],
  beside: true,
  propose(finding, context) {
    const { code } = context;
    const fitted = fitAround(context, finding);
    if (fitted === null) return [];
    const isValidation = isOfValidation(fitted, finding);
    const held = code.expressionAt(fitted.spans.get('validation_data') ?? null);
    const given = isValidation ? (elementsOf(held)?.[1] ?? null) : code.expressionAt(finding.span);
    const units = fitted.model.graph?.outputs[0]?.shape.at(-1) ?? null;
    const width = (isValidation ? fitted.validationY : fitted.y)[0]?.shape?.at(-1) ?? null;
    if (given === null || units === null || width === null || width === units) return [];
    const others = otherLabels(context, fitted, isValidation);
    // Fewer columns lose classes, unless they are columns of nothing.
    if (width > units && !others.some(({ array }) => array?.facts.oneHot?.classes === units)) return [];
    if (width < units && !isValidation) return [];
    const made = encodingOf(context, given, finding.span.start.offset);
    return made === null
      ? []
      : fix(
          'widen-encoded-rows',
          message('Make the rows {0} wide', units),
          setArgument(code, made, 'num_classes', String(units), 1),
          true,
        );
  },
};

/** `y_train` where the script has made `Y_train`, `y_train_oh` of it. */
const encodedArrayRemedy: Remedy = {
  codes: ['label-shape'],
  beside: true,
  propose(finding, context) {
    const fitted = fitAround(context, finding);
    const given = context.code.expressionAt(finding.span);
    const units = fitted?.model.graph?.outputs[0]?.shape.at(-1) ?? null;
    if (fitted === null || given?.kind !== 'Name' || units === null || units < 2) return [];
    const data = (isOfValidation(fitted, finding) ? fitted.validationY : fitted.y)[0];
    const facts = data?.array?.facts;
    if (!facts?.integers || facts.oneHot !== null || data?.shape?.length !== 1) return [];
    const name = given.id.toLowerCase();
    const fitting = namedBefore(context, finding.span).filter(
      item =>
        item.name !== given.id &&
        item.name.toLowerCase().startsWith(name) &&
        item.shape.length === 2 &&
        item.shape[0] === data.shape![0] &&
        item.shape[1] === units,
    );
    const [found] = fitting;
    return fitting.length !== 1
      ? []
      : fix(
          'pass-encoded-array',
          message('Pass `{0}`', found!.name),
          [replace(given.span, found!.name)],
          true,
        );
  },
};

/** What a generator of batches hands out: the pairs behind `yield` of a function, `return` of `__getitem__`. */
function pairsOf({ code }: RemedyContext, given: Expression | null): readonly Expression[] {
  const assigned = code
    .all('Assign')
    .filter(
      ({ targets, span }) =>
        given?.kind === 'Name' &&
        span.end.offset < given.span.start.offset &&
        targets.some(target => target.kind === 'Name' && target.id === given.id),
    );
  const made = given?.kind === 'Name' ? assigned.at(-1)?.value : given;
  const name = made?.kind === 'Call' && made.func.kind === 'Name' ? made.func.id : null;
  const cls = code.all('ClassDef').find(item => item.name === name);
  const body = cls?.body.find(item => item.kind === 'FunctionDef' && item.name === '__getitem__');
  const source = body ?? code.all('FunctionDef').find(item => item.name === name);
  if (source === undefined) return [];
  const handing = body === undefined ? code.all('Yield') : code.all('Return');
  return handing.flatMap(({ span, value }) => {
    const isInside =
      span.start.offset > source.span.start.offset && span.end.offset <= source.span.end.offset;
    return isInside && value !== null ? [value] : [];
  });
}

/** Labels from a generator of the script's own, encoded where it hands them out. */
const generatorRemedy: Remedy = {
  codes: ['label-shape'],
  beside: true,
  propose(finding, context) {
    const { code } = context;
    const shapes = finding.message.args.map(part => readShape(String(part)));
    const [labels, outputs] = shapes.filter(shape => shape !== null);
    const isCategorical = finding.message.args.includes('categorical_crossentropy');
    const units = outputs?.at(-1) ?? null;
    if (!isCategorical || labels?.length !== 1 || outputs?.length !== 2 || units === null) return [];
    const pairs = pairsOf(context, code.expressionAt(finding.span)).map(elementsOf);
    const given = pairs.map(pair => (pair?.length === 2 ? pair[1]! : null));
    if (given.length === 0 || given.includes(null)) return [];
    const module = context.kerasVersion === 1 ? 'keras.utils.np_utils' : 'keras.utils';
    const called = reference(code, module, 'to_categorical', given[0]!.span.start.offset);
    return fix(
      'encode-labels-of-generator',
      message('Make the labels one-hot with `to_categorical`'),
      together(
        called.edits,
        given.map(node => replace(node!.span, `${called.text}(${code.at(node!.span)}, ${units})`)),
      ),
      true,
    );
  },
};

export const encodingRemedies: readonly Remedy[] = [classCountRemedy, encodedArrayRemedy, generatorRemedy];

/** Whether a way out of labels would be none for the labels that the model meets elsewhere. */
export function isContradicted(context: RemedyContext, finding: Finding, { kind }: Fix): boolean {
  const [isSparse, isWidth] = [kind.endsWith('-to-sparse'), kind.startsWith('widen-last')];
  if (!isWidth && !kind.startsWith('loss-to-')) return false;
  const fitted = fitAround(context, finding);
  const units = fitted?.model.graph?.outputs[0]?.shape.at(-1);
  if (fitted === null) return false;
  return otherLabels(context, fitted, isOfValidation(fitted, finding)).some(({ array }) => {
    if (array === null) return false;
    if (isWidth) return array.facts.oneHot?.classes === units;
    const { oneHot, integers } = array.facts;
    return isSparse ? oneHot !== null : oneHot === null && integers && array.rank === 1;
  });
}
