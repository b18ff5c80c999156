/** Draws every icon of the manifest from public/mark.svg: `npm run icons`. The results are committed, so that a build needs no drawing. */
import { defineConfig, minimal2023Preset } from '@vite-pwa/assets-generator/config';

const GROUND = '#16352a';

export default defineConfig({
  images: ['public/mark.svg'],
  preset: {
    ...minimal2023Preset,
    transparent: { ...minimal2023Preset.transparent, padding: 0 },
    maskable: { ...minimal2023Preset.maskable, padding: 0.12, resizeOptions: { background: GROUND } },
    apple: { ...minimal2023Preset.apple, padding: 0.1, resizeOptions: { background: GROUND } },
  },
});
