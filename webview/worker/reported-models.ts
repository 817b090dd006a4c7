/** Reports the models of a run: what they are, what goes on inside them, and what they predict. */
import type {
  ModelReport as KerasModel,
  LayerInside,
  PredictionReport,
} from '../../src/library/keras/monitor.ts';
import { modelReport } from './model-report.ts';
import type { MonitorSurroundings } from './monitor-surroundings.ts';
import { predictionsReport } from './prediction-report.ts';

export class ReportedModels {
  readonly #surroundings: MonitorSurroundings;
  readonly #models = new Map<string, KerasModel>();
  /** The share of the most frequent class in the first labels that each model was judged by. */
  readonly #majorities = new Map<string, number>();

  constructor(surroundings: MonitorSurroundings) {
    this.#surroundings = surroundings;
  }

  onModel(model: KerasModel): void {
    this.#models.set(model.name, model);
    this.#reportModel(model);
  }

  onPredictions(report: PredictionReport, fit: number | null): void {
    const { runId, source, lossOf, nameOf } = this.#surroundings;
    const { name } = report.model;
    const made = predictionsReport(runId, fit, report, { name: nameOf(name), loss: lossOf(name) }, source);
    this.#noteMajority(name, made.labels);
    this.#surroundings.report(made);
  }

  /** @param epoch from 0; people count from 1 */
  onLayers(model: string, fit: number, epoch: number, layers: readonly LayerInside[]): void {
    const { runId, nameOf } = this.#surroundings;
    this.#surroundings.report({
      type: 'layerStatistics',
      runId,
      fit,
      model: nameOf(model),
      epoch: epoch + 1,
      layers: layers.map(layer => ({
        ...layer,
        weights: layer.weights && { ...layer.weights, counts: [...layer.weights.counts] },
        gradients: layer.gradients && { ...layer.gradients, counts: [...layer.gradients.counts] },
        activations: layer.activations && { ...layer.activations, counts: [...layer.activations.counts] },
      })),
    });
  }

  #reportModel(model: KerasModel): void {
    const { runId, lossOf, nameOf } = this.#surroundings;
    const majority = this.#majorities.get(model.name) ?? null;
    const known = { name: nameOf(model.name), loss: lossOf(model.name) };
    this.#surroundings.report(modelReport(runId, model, known, majority));
  }

  /** The share of the most frequent class tells what always naming it would reach. */
  #noteMajority(name: string, labels: Int32Array): void {
    const counts = new Map<number, number>();
    for (const label of labels) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    const model = this.#models.get(name);
    if (model === undefined || this.#majorities.has(name) || counts.has(-1) || labels.length === 0) {
      return;
    }
    this.#majorities.set(name, Math.max(...counts.values()) / labels.length);
    this.#reportModel(model);
  }
}
