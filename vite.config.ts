import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  plugins: [svelte(), tailwindcss()],
  worker: { format: 'es' },
  build: { target: 'es2023' },
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          environment: 'node',
          include: ['tests/{domain,storage,workers,terminal,i18n}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        resolve: { conditions: ['browser'] },
        test: {
          name: 'screens',
          environment: 'happy-dom',
          include: ['tests/{ui,features,app,reactive}/**/*.test.ts'],
          setupFiles: ['tests/support/screens.ts'],
        },
      },
    ],
  },
});
