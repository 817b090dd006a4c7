/** Ways out of labels that a metric of `compile` cannot compare with the outputs. */
import { expectedLabels } from '../../library/keras/metrics/expectedLabels.ts';
import { metrics } from '../../library/keras/metrics/index.ts';
import { labelsOf } from '../dataSets.ts';
import { compiledMetrics, metricFixes } from '../metricFixes.ts';
import type { Remedy } from './remedy.ts';

/** The entry at a finding, and whether the labels of its model are class numbers or rows. */
const metricRemedy: Remedy = {
  codes: ['metric-shape'],
  propose({ span }, context) {
    for (const compile of context.record.compiles) {
      const metric = compiledMetrics(context, compile).find(
        ({ entry }) =>
          entry?.span.start.offset === span.start.offset && entry.span.end.offset === span.end.offset,
      );
      if (metric === undefined) continue;
      const fitted = context.record.fits.find(fit => fit.compile === compile && labelsOf(fit).length === 1);
      const shape = fitted === undefined ? null : labelsOf(fitted)[0]!.shape;
      const output = compile.model.graph?.outputs[0]?.shape ?? null;
      const units = output?.at(-1) ?? null;
      if (shape === null || output === null || units === null || units === 1) return [];
      const expects = expectedLabels(metrics.find(({ name }) => name === metric.name) ?? null);
      const areNumbers = shape.length < output.length || shape.at(-1) === 1;
      if (areNumbers === (expects === 'sparse')) return [];
      return metricFixes(context, metric, compile, areNumbers ? 'numbers' : 'rows', units);
    }
    return [];
  },
};

export const metricRemedies: readonly Remedy[] = [metricRemedy];
