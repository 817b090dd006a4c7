/** Mistakes in layers and models, in the words of each version of Keras that refuses them. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../checks/markers.ts';
import { argumentsOfLayers } from './wordsOfVersions/arguments.ts';
import { imagesAndWeights } from './wordsOfVersions/imagesAndWeights.ts';
import { inputShapes } from './wordsOfVersions/inputShapes.ts';
import { metricsOfVersions } from './wordsOfVersions/metrics.ts';
import { namesAndGraphs } from './wordsOfVersions/namesAndGraphs.ts';
import { olderNames } from './wordsOfVersions/olderNames.ts';
import { preparationOfData } from './wordsOfVersions/preparation.ts';
import { shapesAndNames } from './wordsOfVersions/shapesAndNames.ts';
import { windowsOfLayers } from './wordsOfVersions/windows.ts';
import { wrappersAndMerges } from './wordsOfVersions/wrappersAndMerges.ts';
import { startFor, type WordsOfVersions } from './wordsOfVersions.ts';

const tables: Readonly<Record<string, readonly WordsOfVersions[]>> = {
  'names and graphs': namesAndGraphs,
  'shapes of inputs': inputShapes,
  arguments: argumentsOfLayers,
  windows: windowsOfLayers,
  'wrappers and merges': wrappersAndMerges,
  metrics: metricsOfVersions,
  'preparation of data': preparationOfData,
  'older names': olderNames,
  'shapes and names': shapesAndNames,
  'images and weights': imagesAndWeights,
};

const cases = Object.entries(tables).flatMap(([table, programs]) =>
  programs.flatMap(([name, program, words]) =>
    ([1, 2, 3] as const).flatMap(version =>
      words[version] === undefined ? [] : [[table, name, version, program, words[version]] as const],
    ),
  ),
);

describe.each(cases)('%s: %s in Keras %i', (_table, _name, version, program, words) => {
  it(words === null ? 'runs' : 'is refused in its words', async () => {
    const { findings } = await analyse(`${startFor(version)}${program}\n`, `${version}`);
    const errors = findings.filter(item => item.severity === 'error').map(({ raises }) => raises);
    expect(errors).toEqual(words === null ? [] : [words]);
  });
});
