/** `X_train, y_train, X_test, y_test = train_test_split(X, y)`: what is split comes out array by array. */
import type { Fix } from '../../python/errors.ts';
import { message } from '../../python/message.ts';
import { nodesBelow } from '../../python/nodeKinds.ts';
import type { Expression, NodeOf } from '../../python/syntax.ts';
import { fix, replace } from '../edits.ts';
import { elementsOf, type RemedyContext } from './remedy.ts';

/** The four names that a split of two arrays is unpacked to. */
function unpackedSplits({ code }: RemedyContext): Expression[][] {
  return code.module.body.flatMap(statement =>
    nodesBelow(statement, 'Assign').flatMap(({ targets, value }: NodeOf<'Assign'>) => {
      const [target] = targets;
      const names = targets.length === 1 ? elementsOf(target ?? null) : null;
      const isSplit =
        value.kind === 'Call' &&
        value.args.length === 2 &&
        /(^|\.)train_test_split$/.test(code.at(value.func.span));
      return isSplit && names?.length === 4 && names.every(name => name.kind === 'Name') ? [[...names]] : [];
    }),
  );
}

/** Unpacks a split whose halves are trained on or tested with as if they were inputs and labels. */
export function orderOfSplit(context: RemedyContext, inputs: Expression, labels: Expression): Fix[] {
  const { code } = context;
  const [x, y] = [code.at(inputs.span), code.at(labels.span)];
  return unpackedSplits(context).flatMap(([first, second, third, fourth]) => {
    const [a, b, c, d] = [first!, second!, third!, fourth!].map(name => code.at(name.span));
    if (!(a === x && b === y) && !(c === x && d === y)) return [];
    return fix(
      'unpack-split-in-order',
      message('Unpack it as `{0}`', [a, c, b, d].join(', ')),
      [replace(second!.span, c!), replace(third!.span, b!)],
      true,
    );
  });
}
