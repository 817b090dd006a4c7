/** Models and their layers in the outline, the breadcrumbs and "Go to Symbol". */
import {
  type CancellationToken,
  type Disposable,
  type DocumentSelector,
  DocumentSymbol,
  type DocumentSymbolProvider,
  languages,
  SymbolKind,
  type TextDocument,
} from 'vscode';
import type { AnalysedModel } from '../analysis/program.ts';
import type { Documents } from './documents.ts';
import { localise } from './localisation.ts';
import { distinctModels, modelExtent, modelSpan, type PlacedLayer, placedLayers } from './modelPlaces.ts';
import type { Places } from './scripts.ts';
import { layersHint, modelSummary } from './wording.ts';

function layerSymbol(layer: PlacedLayer, places: Places, document: TextDocument): DocumentSymbol | null {
  const range = places.rangeIn(document, layer.span);
  return range === null
    ? null
    : new DocumentSymbol(
        `${layer.className} ${layer.name}`,
        layersHint([layer], localise) ?? '',
        SymbolKind.Field,
        range,
        range,
      );
}

function modelSymbol(model: AnalysedModel, places: Places, document: TextDocument): DocumentSymbol | null {
  const span = modelSpan(model);
  const extent = modelExtent(model);
  const range = extent === null ? null : places.rangeIn(document, extent);
  const selection = span === null ? null : places.rangeIn(document, span);
  if (range === null || selection === null) {
    return null;
  }
  const symbol = new DocumentSymbol(
    model.name,
    modelSummary(model, localise),
    SymbolKind.Class,
    range,
    selection,
  );
  symbol.children = placedLayers(model).flatMap(layer => layerSymbol(layer, places, document) ?? []);
  return symbol;
}

class DocumentSymbols implements DocumentSymbolProvider {
  readonly #documents: Documents;

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  async provideDocumentSymbols(document: TextDocument, token: CancellationToken): Promise<DocumentSymbol[]> {
    const analysis = await this.#documents.analysed(document, token);
    if (analysis === null) {
      return [];
    }
    const places = analysis.script.places();
    return distinctModels(analysis.program.models).flatMap(
      model => modelSymbol(model, places, document) ?? [],
    );
  }
}

export function registerDocumentSymbols(documents: Documents, selector: DocumentSelector): Disposable {
  return languages.registerDocumentSymbolProvider(selector, new DocumentSymbols(documents), {
    label: 'Kerascope',
  });
}
