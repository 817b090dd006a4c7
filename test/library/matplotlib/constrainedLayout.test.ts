/** Constrained layout beside the places that matplotlib 3.6 gives the same axes, in pixels from the lower left corner. */
import { expect, it } from 'vitest';
import { figuresOf } from './drawnFigures.ts';

/** A figure's program, its size in pixels, and left, bottom, width and height of some axes in shares. */
const LAYOUTS: readonly [string, string, readonly [number, number], readonly (readonly number[])[]][] = [
  [
    'one colour bar of four images, and words above',
    `fig, axs = plt.subplots(2, 2, figsize=(7, 5), layout='constrained')
for ax in axs.flat:
    im = ax.imshow(np.arange(64).reshape(8, 8) / 64); ax.set_title('t')
fig.colorbar(im, ax=axs)
fig.suptitle('Shared')`,
    [700, 500],
    [
      [0.168, 0.532, 0.266, 0.372],
      [0.607, 0.532, 0.266, 0.372],
      [0.168, 0.056, 0.266, 0.372],
      [0.607, 0.056, 0.266, 0.372],
      [0.916, 0.056, 0.03, 0.849],
    ],
  ],
  [
    'a bar for each of three',
    `fig, axs = plt.subplots(1, 3, figsize=(10, 3), constrained_layout=True)
for ax in axs:
    im = ax.pcolormesh(np.arange(64).reshape(8, 8) / 64); ax.set_xlabel('x label'); ax.set_ylabel('y')
    fig.colorbar(im, ax=ax)`,
    [1000, 300],
    [
      [0.042, 0.158, 0.226, 0.81],
      [0.376, 0.158, 0.226, 0.81],
      [0.709, 0.158, 0.226, 0.81],
      [0.285, 0.158, 0.012, 0.81],
    ],
  ],
  [
    'a legend outside of the axes',
    `fig, ax = plt.subplots(layout='constrained')
ax.plot([1, 2, 3], label='one'); ax.plot([3, 1, 2], label='two')
ax.legend(loc='upper left', bbox_to_anchor=(1.02, 1)); ax.set_ylabel('loss'); ax.set_title('A title')`,
    [640, 480],
    [[0.101, 0.058, 0.749, 0.891]],
  ],
  [
    'words at three edges',
    `fig, axs = plt.subplots(2, 1, layout='constrained', figsize=(6, 6))
axs[0].plot([0, 1]); axs[1].imshow(np.arange(45).reshape(5, 9)); axs[0].set_xlabel('epoch')
fig.supxlabel('all x'); fig.supylabel('all y'); fig.suptitle('Top\\nof two lines')`,
    [600, 600],
    [
      [0.099, 0.548, 0.894, 0.377],
      [0.207, 0.085, 0.678, 0.377],
    ],
  ],
  [
    'cells of different widths, and axes over two of them',
    `fig = plt.figure(layout='constrained', figsize=(8, 5))
gs = fig.add_gridspec(2, 3, width_ratios=[2, 1, 1])
for each in (gs[:, 0], gs[0, 1:], gs[1, 1], gs[1, 2]):
    x = fig.add_subplot(each); x.plot([1, 2]); x.set_xlabel('xx'); x.set_ylabel('yy')`,
    [800, 500],
    [
      [0.069, 0.095, 0.378, 0.897],
      [0.522, 0.603, 0.468, 0.388],
      [0.522, 0.095, 0.189, 0.388],
      [0.801, 0.095, 0.189, 0.388],
    ],
  ],
];

it.each(LAYOUTS)('gives %s the places of matplotlib', async (_name, body, [wide, high], places) => {
  const { figures, stderr } = await figuresOf(`${body}\nplt.show()\n`);
  expect(stderr).toBe('');
  places.forEach(([left, bottom, width, height], index) => {
    const { box } = figures[0].axes[index];
    const ours = [
      box.left * wide,
      box.bottom * high,
      (box.left + box.width) * wide,
      (box.bottom + box.height) * high,
    ];
    const theirs = [left * wide, bottom * high, (left + width) * wide, (bottom + height) * high];
    for (const [side, value] of ours.entries()) expect(Math.abs(value - theirs[side])).toBeLessThan(4);
  });
});
