/**
 * What the calibration says, in sentences.
 */
import type { CalibrationScores, TemperatureFit } from '../../src/calibration/index.ts';
import type { PredictionsReport } from '../../src/protocol.ts';
import { count, percent, temperature } from './format.ts';
import { t } from './strings.ts';

/** Below this a gap between confidence and accuracy is not worth a word. */
const SMALL_GAP = 0.015;
/** A split with fewer samples fits a temperature that depends on a few of them. */
export const FEW_SAMPLES = 200;

/** One or two sentences: what the shown T does, and what the best one would. */
export function verdict(now: CalibrationScores, best: CalibrationScores | null, fit: TemperatureFit): string {
  const says = percent(now.confidence);
  const right = percent(now.accuracy);
  const gap = now.confidence - now.accuracy;
  const state =
    Math.abs(gap) < SMALL_GAP
      ? t('In balance: says {0}, is right {1}.', says, right)
      : gap > 0
        ? t('Too sure: says {0}, is right {1}.', says, right)
        : t('Not sure enough: says {0}, is right {1}.', says, right);
  const remedy = remedyOf(now, best, fit);
  return remedy === '' ? state : `${state} ${remedy}`;
}

function remedyOf(now: CalibrationScores, best: CalibrationScores | null, fit: TemperatureFit): string {
  switch (fit.outcome) {
    case 'optimum':
      return best && Math.abs(Math.log(now.temperature / fit.temperature)) > 0.01
        ? promiseOf(now, best, fit.temperature)
        : t('This is the best T.');
    case 'separable':
      return t(
        'Every sample is right here, so an ever smaller T looks better; use samples that it gets wrong.',
      );
    case 'uninformative':
      return t(
        'The outputs say no more of the labels than chance, so an ever larger T looks better; train first.',
      );
    case 'flat':
      return t('All outputs are alike, so T changes nothing.');
    case 'empty':
      return t('No sample has a label.');
  }
}

/** Where few samples or weak outputs pull the likelihood's best T away from balance, it is not praised as the way there. */
function promiseOf(now: CalibrationScores, best: CalibrationScores, value: number): string {
  const values = [temperature(value), percent(best.confidence)] as const;
  const isCloser = Math.abs(best.confidence - best.accuracy) < Math.abs(now.confidence - now.accuracy);
  return isCloser
    ? t('T = {0} brings it to {1}.', ...values)
    : t('The likelihood is best at T = {0}, where it says {1}.', ...values);
}

/** Cautions about the split and the scores, each a sentence. */
export function cautions(report: PredictionsReport, samples: number, raised: number): string[] {
  const sentences: string[] = [];
  if (report.trainedOn) {
    sentences.push(
      t(
        'The model was trained on these samples and is surer of them than of new ones; fit T on held-out samples.',
      ),
    );
  }
  if (samples < FEW_SAMPLES) {
    sentences.push(t('{0} samples are few: another split of this size may give another T.', count(samples)));
  }
  if (report.kind === 'probabilities') {
    sentences.push(
      t(
        'The logits of this model cannot be had; their values up to a constant come from the logarithms of its probabilities.',
      ),
    );
  }
  if (raised > 0) {
    sentences.push(t('{0} probabilities were 0 and were raised to 1e-12.', count(raised)));
  }
  return sentences;
}
