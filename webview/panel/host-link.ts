/**
 * The line to the extension host: typed messages out, validated messages in, state that survives a reload.
 */
import type { HostToPanel, PanelToHost, PanelViewState } from '../../src/protocol.ts';
import { validateHostToPanel } from '../../src/protocol-validator.ts';
import { fromWire, toWire } from '../../src/wire.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface HostLink {
  post(message: PanelToHost): void;
  /** The view's state, for the host's serializer as well as for `persist`. */
  saveState(view: PanelViewState): void;
}

/** Connects; messages that fail validation are logged at the host and dropped. */
export function connectToHost(onMessage: (message: HostToPanel) => void): HostLink {
  const api = acquireVsCodeApi();
  const link: HostLink = {
    post: message => api.postMessage(toWire(message)),
    saveState(view) {
      api.setState({ view });
      link.post({ type: 'persist', view });
    },
  };
  window.addEventListener('message', event => {
    const validated = validateHostToPanel(fromWire(event.data));
    if (validated.ok) {
      onMessage(validated.message);
    } else {
      link.post({ type: 'log', level: 'warning', text: `Panel dropped a message: ${validated.reason}` });
    }
  });
  return link;
}
