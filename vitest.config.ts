import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    setupFiles: ['test/seed.ts'],
    // What these end has hung: a slow machine with other work takes its time for a browser.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
