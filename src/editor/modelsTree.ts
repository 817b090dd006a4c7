/** The "Models" view in the Explorer: the models of the active Keras script with their layers. */
import {
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { AnalysedLayer, AnalysedModel } from '../analysis/program.ts';
import type { Span } from '../python/syntax.ts';
import type { ActiveScript } from './activeScript.ts';
import { INTERNAL_COMMAND, VIEW } from './contributions.ts';
import type { Documents } from './documents.ts';
import { layerHover } from './hoverText.ts';
import { localise } from './localisation.ts';
import { distinctModels, modelSpan, visibleLayers } from './modelPlaces.ts';
import type { Script } from './scripts.ts';
import { layersHint, modelSummary } from './wording.ts';

type Entry =
  | { readonly kind: 'model'; readonly script: Script; readonly model: AnalysedModel }
  | { readonly kind: 'layer'; readonly script: Script; readonly layer: AnalysedLayer };

class ModelsTree implements TreeDataProvider<Entry> {
  readonly #documents: Documents;
  readonly #active: ActiveScript;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(documents: Documents, active: ActiveScript) {
    this.#documents = documents;
    this.#active = active;
    this.#subscriptions = Disposable.from(
      this.#changed,
      active.onDidChange(() => this.#changed.fire()),
      documents.onDidAnalyse(({ script }) => {
        if (script === active.script) {
          this.#changed.fire();
        }
      }),
    );
  }

  getChildren(entry?: Entry): Entry[] {
    if (entry?.kind === 'model') {
      return visibleLayers(entry.model).map(layer => ({ kind: 'layer', script: entry.script, layer }));
    }
    if (entry?.kind === 'layer') {
      return entry.layer.inner.map(layer => ({ kind: 'layer', script: entry.script, layer }));
    }
    const { script } = this.#active;
    if (script === null) {
      return [];
    }
    const models = this.#documents.latest(script)?.models ?? [];
    return distinctModels(models).map(model => ({ kind: 'model', script, model }));
  }

  getTreeItem(entry: Entry): TreeItem {
    return entry.kind === 'model'
      ? modelItem(entry.script, entry.model)
      : layerItem(entry.script, entry.layer);
  }

  /** What is shown while the pointer rests on an entry. */
  resolveTreeItem(item: TreeItem, entry: Entry): TreeItem {
    if (entry.kind === 'layer') {
      item.tooltip = new MarkdownString(layerHover(entry.layer, localise));
    }
    return item;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

function reveal(script: Script, span: Span | null): TreeItem['command'] {
  const location = span === null ? null : script.locate(span);
  return location === null
    ? undefined
    : { title: '', command: INTERNAL_COMMAND.revealPlace, arguments: [location.uri, location.range] };
}

function modelItem(script: Script, model: AnalysedModel): TreeItem {
  const item = new TreeItem(model.name, TreeItemCollapsibleState.Expanded);
  item.description = modelSummary(model, localise);
  item.iconPath = new ThemeIcon('symbol-class');
  item.contextValue = 'model';
  item.command = reveal(script, modelSpan(model));
  return item;
}

function layerItem(script: Script, layer: AnalysedLayer): TreeItem {
  const state = layer.inner.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(layer.className, state);
  item.description = layersHint([layer], localise) ?? layer.name;
  item.iconPath = new ThemeIcon('layers');
  item.contextValue = 'layer';
  item.command = reveal(script, layer.span);
  return item;
}

export function registerModelsTree(documents: Documents, active: ActiveScript): Disposable {
  const provider = new ModelsTree(documents, active);
  const view = window.createTreeView(VIEW.models, { treeDataProvider: provider });
  return Disposable.from(provider, view);
}
