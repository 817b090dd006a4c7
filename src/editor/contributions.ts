/**
 * The ids of everything that package.json contributes, typed in one place; a test compares the two.
 */

/** Publisher and name, as VS Code knows the extension. */
export const EXTENSION_ID = 'kerascope.kerascope';

/** The source of every diagnostic. */
export const DIAGNOSTIC_SOURCE = 'kerascope';

/** The view type of the panel. */
export const PANEL_TYPE = 'kerascope.panel';

export const WALKTHROUGH_ID = 'kerascope.start';

/** Commands that a person can choose in the palette. */
export const COMMAND = {
  train: 'kerascope.train',
  stop: 'kerascope.stop',
  pause: 'kerascope.pause',
  resume: 'kerascope.resume',
  showPanel: 'kerascope.showPanel',
  predict: 'kerascope.predict',
  fitTemperature: 'kerascope.fitTemperature',
  measureAgain: 'kerascope.measureAgain',
  openExample: 'kerascope.openExample',
  explainTraceback: 'kerascope.explainTraceback',
} as const;

/** Commands that other parts of the editor call with arguments; hidden from the palette. */
export const INTERNAL_COMMAND = {
  /** Opens the page of a diagnostic code. */
  explainFinding: 'kerascope.explainFinding',
  /** Explains the error that is selected in the terminal. */
  explainTerminal: 'kerascope.explainTerminalSelection',
  /** Selects a place of a script: the tree's items lead there. */
  revealPlace: 'kerascope.revealPlace',
} as const;

export const CONTEXT_KEY = {
  /** The active text editor shows a Keras model-definition file. */
  isKerasFile: 'kerascope.isKerasFile',
  /** A run goes on, paused or not. */
  running: 'kerascope.running',
  paused: 'kerascope.paused',
} as const;

export const VIEW = {
  models: 'kerascope.models',
} as const;

/** Settings with their defaults; the keys are the full names. */
export const SETTING_DEFAULTS = {
  'kerascope.kerasVersion': 'auto',
  'kerascope.backend': 'auto',
  'kerascope.seed': null,
  'kerascope.maximumPredictions': 1000,
  'kerascope.workingDirectory': 'workspaceFolder',
  'kerascope.arguments': [],
  'kerascope.downloads': 'ask',
  'kerascope.diagnostics.enable': true,
  'kerascope.diagnostics.ignore': [],
  'kerascope.inlayHints.layers': true,
  'kerascope.inlayHints.arrays': true,
  'kerascope.codeLens.enable': true,
  'kerascope.hover.enable': true,
} as const;

export type SettingName = keyof typeof SETTING_DEFAULTS;

/** The kind of code action that applies every preferred fix of a file. */
export const FIX_ALL_KIND = 'source.fixAll.kerascope';
