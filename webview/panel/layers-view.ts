/**
 * The Layers tab: each model's layers with shapes and parameters, and what goes on inside them during training.
 */
import type { Histogram, LayerDescription, LayerStatistics, ModelReport } from '../../src/protocol.ts';
import { element, linkButton, setText, setVisible, svg } from './dom.ts';
import { count, percent, shape, significant } from './format.ts';
import { lineText } from './places.ts';
import type { PanelActions, PanelState, View } from './state.ts';
import { t } from './strings.ts';

export class LayersView implements View {
  readonly element = element('div', { class: 'view layers' });
  #actions: PanelActions;
  #placeholder = element('p', { class: 'placeholder' });
  #content = element('div', {});
  #key: unknown[] = [];

  constructor(actions: PanelActions) {
    this.#actions = actions;
    this.element.append(this.#placeholder, this.#content);
  }

  update(state: PanelState): void {
    const models = state.record?.models ?? [];
    const statistics = state.record?.layerStatistics ?? null;
    setVisible(this.#placeholder, models.length === 0);
    setText(this.#placeholder, t('The layers appear here when the script has built its model.'));
    const key = [statistics, ...models];
    if (key.length === this.#key.length && key.every((part, index) => part === this.#key[index])) {
      return;
    }
    this.#key = key;
    this.#content.replaceChildren(
      ...models.map(model => {
        const inside = statistics?.model === model.name ? statistics.layers : [];
        return this.#model(model, inside, statistics?.epoch ?? null);
      }),
    );
  }

  #model(model: ModelReport, inside: readonly LayerStatistics[], epoch: number | null): HTMLElement {
    const columns = [t('Layer'), t('Class'), t('Output shape'), t('Parameters')];
    if (inside.length > 0) {
      columns.push(t('Weights'), t('Gradients'), t('Activations'), t('Dead units'), t('Gradient norm'));
    }
    const numeric = new Set([t('Parameters'), t('Dead units'), t('Gradient norm')]);
    const heading = element('h3', { class: 'pane-title' }, model.name);
    if (model.line !== null) {
      const { line } = model;
      heading.append(
        ' ',
        linkButton(lineText(line), () => this.#actions.reveal(line)),
      );
    }
    const trainable = model.layers.reduce((sum, layer) => sum + (layer.trainable ? layer.params : 0), 0);
    const total =
      trainable === model.params
        ? t('{0} parameters, all trainable', count(model.params))
        : t('{0} parameters, {1} trainable', count(model.params), count(trainable));
    const note = inside.length > 0 && epoch !== null ? `${total} · ${t('inside: epoch {0}', epoch)}` : total;
    return element(
      'section',
      {},
      heading,
      element('p', { class: 'hint' }, note),
      element(
        'div',
        { class: 'scroll-area' },
        element(
          'table',
          { class: 'data-table layers-table' },
          element('caption', { class: 'visually-hidden' }, t('Layers of {0}', model.name)),
          element(
            'thead',
            {},
            element(
              'tr',
              {},
              ...columns.map(column =>
                element('th', { scope: 'col', class: numeric.has(column) ? 'number' : '' }, column),
              ),
            ),
          ),
          element(
            'tbody',
            {},
            ...model.layers.map(layer =>
              this.#row(
                layer,
                inside.length > 0,
                inside.find(known => known.layer === layer.name),
              ),
            ),
          ),
        ),
      ),
    );
  }

  #row(layer: LayerDescription, withInside: boolean, inside: LayerStatistics | undefined): HTMLElement {
    const { line } = layer;
    const name =
      line === null
        ? element('span', {}, layer.name)
        : linkButton(layer.name, () => this.#actions.reveal(line));
    if (line !== null) {
      name.title = lineText(line);
    }
    const row = element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', {}, layer.class),
      element('td', { class: 'code' }, shape(layer.outputShape)),
      element(
        'td',
        { class: 'number' },
        count(layer.params),
        layer.trainable || layer.params === 0 ? '' : ` (${t('frozen')})`,
      ),
    );
    if (withInside) {
      for (const histogram of [inside?.weights, inside?.gradients, inside?.activations]) {
        row.append(element('td', {}, histogram ? histogramPicture(histogram) : '–'));
      }
      const dead = inside?.deadShare ?? null;
      const norm = inside?.gradientNorm ?? null;
      row.append(
        element('td', { class: 'number' }, dead === null ? '–' : percent(dead)),
        element('td', { class: 'number' }, norm === null ? '–' : significant(norm)),
      );
    }
    return row;
  }
}

function histogramPicture(histogram: Histogram): SVGElement {
  const most = Math.max(1, ...histogram.counts);
  const width = 64 / Math.max(1, histogram.counts.length);
  const label = t('from {0} to {1}', significant(histogram.from), significant(histogram.to));
  return svg(
    'svg',
    { class: 'histogram', viewBox: '0 0 64 18', width: 64, height: 18, role: 'img', 'aria-label': label },
    svg('title', {}, label),
    ...histogram.counts.map((value, index) => {
      const height = (value / most) * 18;
      return svg('rect', { x: index * width, y: 18 - height, width: Math.max(0.5, width - 0.5), height });
    }),
  );
}
