/** Draws media/icon.png (128 x 128, transparent) from media/icon.svg: `node scripts/render-icon.ts`. */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.ts';

const size = 128;
const svg = await readFile('media/icon.svg', 'utf8');
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: 'media/icon.png', omitBackground: true });
} finally {
  await browser.close();
}
