/** A model: a layer with a kind, a graph where it has one, and what `compile` was told. */
import type { PyClass } from '../../../python/classes.ts';
import type { CallSite } from '../../../python/operations/calls.ts';
import type { Span } from '../../../python/syntax.ts';
import type { Value } from '../../../python/values.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import type { OptimizerObject } from '../optimizers/optimizerObject.ts';
import type { RecordedCompile } from '../record.ts';
import type { CompileState } from '../training/compileState.ts';
import type { FunctionalGraph } from './functionalGraph.ts';
import type { SymbolicExtras } from './symbolicExtras.ts';

export type ModelKind = 'sequential' | 'functional' | 'subclassed';

/** What the last `compile` call said. */
export interface Compiled {
  readonly record: RecordedCompile | null;
  readonly optimizer: OptimizerObject | null;
  readonly loss: Value;
  readonly lossWeights: Value;
  readonly metrics: Value;
  readonly weightedMetrics: Value;
  /** Whether steps are to run line by line; also true where analysis cannot tell. */
  readonly eagerly: boolean;
  /** Where the arguments stand. */
  readonly spans: ReadonlyMap<string, Span>;
  /** The compile call, for errors that its arguments cause later. */
  readonly site: CallSite | null;
  /** Losses and metrics as objects, made at the first batch. */
  state: CompileState | null;
}

export class ModelObject extends LayerObject {
  kind: ModelKind = 'subclassed';
  /** The layers of a Sequential model, its InputLayer first where there is one. */
  stack: LayerObject[] = [];
  /** Values added to a Sequential model that analysis does not know. */
  unknownLayer: string | null = null;
  /** How many layers stand before the first that is not known. */
  knownLayers: number | null = null;
  graph: FunctionalGraph | null = null;
  compiled: Compiled | null = null;
  stopTraining = false;
  /** Losses and metrics that are tensors of the model's graph; null for none. */
  extras: SymbolicExtras | null = null;
  /** Why a loss that was added is not known under analysis; null where all are. */
  unknownLoss: string | null = null;
  /** Compiled programs by what they do and the shapes they take; forgotten when the model changes. */
  readonly programs = new Map<string, unknown>();

  constructor(cls: PyClass) {
    super(cls, null);
    this.attributes.map.set('_is_model', true);
  }

  override sublayers(): LayerObject[] {
    if (this.kind === 'sequential') return this.stack;
    if (this.kind === 'functional' && this.graph !== null) {
      const own = super.sublayers();
      const found = new Set<LayerObject>([...this.graph.layers, ...own]);
      return [...found];
    }
    return super.sublayers();
  }

  override get whyIncomplete(): string | null {
    return super.whyIncomplete ?? this.unknownLayer;
  }

  override capture(): unknown {
    return {
      layer: super.capture(),
      model: {
        kind: this.kind,
        stack: this.stack.slice(),
        graph: this.graph,
        compiled: this.compiled,
        compileState: this.compiled?.state ?? null,
        stopTraining: this.stopTraining,
        extras: this.extras,
        unknownLoss: this.unknownLoss,
        unknownLayer: this.unknownLayer,
        knownLayers: this.knownLayers,
      },
    };
  }

  override restore(state: unknown): void {
    const saved = state as {
      layer: unknown;
      model: Partial<ModelObject> & { compileState: CompileState | null };
    };
    const { compileState, ...fields } = saved.model;
    super.restore(saved.layer);
    Object.assign(this, fields);
    if (this.compiled !== null) this.compiled.state = compileState;
    this.programs.clear();
  }

  override join(state: unknown, joinValues: (a: Value, b: Value) => Value): void {
    super.join((state as { layer: unknown }).layer, joinValues);
  }
}
