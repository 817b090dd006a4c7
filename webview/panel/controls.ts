/**
 * The controls from @vscode/webview-ui-toolkit; the only file that imports it.
 */
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
} from '@vscode/webview-ui-toolkit';
import { element, icon } from './dom.ts';

/** Registers the custom elements; once for each page, before any control is made. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption());
}

export interface Button {
  element: HTMLElement;
  setLabel(label: string): void;
  setEnabled(enabled: boolean): void;
  setVisible(visible: boolean): void;
}

/** A text button, optionally with a codicon before the text. */
export function button(
  appearance: 'primary' | 'secondary',
  label: string,
  iconName: string | null,
  onClick: () => void,
): Button {
  const control = document.createElement('vscode-button');
  control.setAttribute('appearance', appearance);
  const text = document.createTextNode(label);
  if (iconName) {
    const start = icon(iconName);
    start.slot = 'start';
    control.append(start);
  }
  control.append(text);
  control.addEventListener('click', () => {
    if (!control.hasAttribute('disabled')) {
      onClick();
    }
  });
  return {
    element: control,
    setLabel: next => {
      if (text.data !== next) {
        text.data = next;
      }
    },
    setEnabled: enabled => control.toggleAttribute('disabled', !enabled),
    setVisible: visible => {
      control.hidden = !visible;
    },
  };
}

export interface Choice {
  value: string;
  label: string;
}

export interface Dropdown {
  element: HTMLElement;
  /** Replaces the choices where they differ, and selects one. */
  set(choices: readonly Choice[], selected: string): void;
  /** Selects again what `set` said, after a choice that was no more than a command. */
  restore(): void;
  setVisible(visible: boolean): void;
}

interface DropdownElement extends HTMLElement {
  value: string;
}

/** A dropdown with a visible label, or with one for screen readers only. */
export function dropdown(label: string, labelVisible: boolean, onChange: (value: string) => void): Dropdown {
  const control = document.createElement('vscode-dropdown') as DropdownElement;
  control.setAttribute('aria-label', label);
  const wrapper = element('span', { class: 'dropdown' });
  if (labelVisible) {
    wrapper.append(element('span', { class: 'control-label', 'aria-hidden': 'true' }, label));
  }
  wrapper.append(control);
  let known = '';
  let wanted = '';
  control.addEventListener('change', () => onChange(control.value));
  return {
    element: wrapper,
    set(choices, selected) {
      const key = JSON.stringify([choices, selected]);
      if (key === known) {
        return;
      }
      known = key;
      wanted = selected;
      control.replaceChildren(
        ...choices.map(choice => {
          const option = document.createElement('vscode-option');
          option.setAttribute('value', choice.value);
          option.toggleAttribute('selected', choice.value === selected);
          option.textContent = choice.label;
          return option;
        }),
      );
      // The element takes over its new options in a microtask of its own.
      queueMicrotask(() => {
        control.value = selected;
      });
    },
    restore() {
      control.value = wanted;
    },
    setVisible: visible => {
      wrapper.hidden = !visible;
    },
  };
}

export interface Slider {
  element: HTMLInputElement;
  set(value: number, text: string): void;
}

/** A native range input in VS Code's colours; arrow keys, Page Up, Home and End come with it. */
export function slider(
  label: string,
  range: { minimum: number; maximum: number; step: number },
  onInput: (value: number) => void,
): Slider {
  const input = element('input', {
    type: 'range',
    class: 'slider',
    min: range.minimum,
    max: range.maximum,
    step: range.step,
    'aria-label': label,
  });
  const paint = (): void => {
    const share = (input.valueAsNumber - range.minimum) / (range.maximum - range.minimum);
    input.style.setProperty('--share', `${share * 100}%`);
  };
  input.addEventListener('input', () => {
    paint();
    onInput(input.valueAsNumber);
  });
  return {
    element: input,
    set(value, text) {
      if (Math.abs(input.valueAsNumber - value) > range.step / 2) {
        input.valueAsNumber = value;
      }
      input.setAttribute('aria-valuetext', text);
      paint();
    },
  };
}
