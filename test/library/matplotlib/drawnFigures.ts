/** The figures that a script's matplotlib calls leave, for tests. */
import type { Figure } from '../../../src/figures/figure.ts';
import { allLibraries } from '../../../src/library/index.ts';
import { figureSinkKey, showRemainingFigures } from '../../../src/library/matplotlib/figures.ts';
import { memoryFiles } from '../../corpus/memoryFiles.ts';
import { runPython } from '../../python/run.ts';

export const HEAD = 'import numpy as np\nimport matplotlib.pyplot as plt\n';

/** Runs a script behind the usual imports. */
export async function figuresOf(
  body: string,
  files = memoryFiles(),
): Promise<{ figures: Figure[]; stderr: string; stdout: string }> {
  const figures: Figure[] = [];
  const { result, stderr, stdout } = await runPython(HEAD + body, {
    libraries: allLibraries(),
    files,
    prepare: py => {
      py.state(figureSinkKey).current = figure => figures.push(figure);
    },
  });
  if (result.error === null) showRemainingFigures(result.interpreter);
  return { figures, stderr, stdout };
}
