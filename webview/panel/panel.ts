/**
 * The whole panel: header, banner and tabs, or the state before any run; only the shown tab is updated.
 */
import type { PanelTab } from '../../src/protocol.ts';
import { Announcer } from './announcer.ts';
import { Banner } from './banner.ts';
import { element, setVisible } from './dom.ts';
import { EmptyState } from './empty-state.ts';
import { Header } from './header.ts';
import { LayersView } from './layers-view.ts';
import { OutputView } from './output-view.ts';
import { nameCells } from './places.ts';
import { PredictionsView } from './predictions-view.ts';
import type { PanelActions, PanelState, View } from './state.ts';
import { t } from './strings.ts';
import { Tabs } from './tabs.ts';
import { TemperatureView } from './temperature-view.ts';
import { onThemeChange } from './theme.ts';
import { TrainingView } from './training-view.ts';
import { WaitingRuns } from './waiting-runs.ts';

export class Panel {
  readonly element = element('div', { class: 'panel' });
  #header: Header;
  #banner: Banner;
  #waiting: WaitingRuns;
  #empty: EmptyState;
  #tabs: Tabs;
  #announcer = new Announcer();
  #temperature: TemperatureView;
  #views: Record<PanelTab, View>;

  constructor(actions: PanelActions) {
    this.#header = new Header(actions);
    this.#banner = new Banner(actions);
    this.#waiting = new WaitingRuns(actions);
    this.#empty = new EmptyState(actions);
    this.#temperature = new TemperatureView(actions);
    this.#views = {
      training: new TrainingView(actions),
      predictions: new PredictionsView(actions),
      temperature: this.#temperature,
      layers: new LayersView(actions),
      output: new OutputView(actions),
    };
    const labels: Record<PanelTab, string> = {
      training: t('Training'),
      predictions: t('Predictions'),
      temperature: t('Temperature'),
      layers: t('Layers'),
      output: t('Output'),
    };
    const entries = (Object.keys(labels) as PanelTab[]).map(tab => ({
      tab,
      label: labels[tab],
      content: this.#views[tab].element,
    }));
    this.#tabs = new Tabs(t('Views of the run'), entries, tab => actions.showTab(tab));
    this.element.append(
      this.#header.element,
      this.#waiting.element,
      this.#banner.element,
      this.#empty.element,
      this.#tabs.element,
      this.#announcer.element,
    );
    onThemeChange(() => {
      for (const view of Object.values(this.#views)) {
        view.themeChanged?.();
      }
    });
  }

  update(state: PanelState): void {
    nameCells((state.record?.run ?? state.offer)?.cells ?? []);
    const empty = state.record === null;
    this.#header.update(state);
    this.#waiting.update(state);
    this.#banner.update(state);
    setVisible(this.#empty.element, empty);
    setVisible(this.#tabs.element, !empty);
    this.#announcer.update(state.record);
    if (empty) {
      this.#empty.update(state);
      return;
    }
    this.#tabs.select(state.view.tab);
    this.#views[state.view.tab].update(state);
  }

  /** As if Fit had been pressed. */
  fitTemperature(): void {
    this.#temperature.fit();
  }
}
