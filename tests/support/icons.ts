import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { generateAssets } from '@vite-pwa/assets-generator/api/generate-assets';
import { instructions } from '@vite-pwa/assets-generator/api/instructions';
import { minimal2023Preset } from '@vite-pwa/assets-generator/config';

const MARK = 'public/mark.svg';
const GROUND = '#16352a';

/** Draws every icon of the manifest from the mark. The pictures are committed, so that a build needs no drawing. */
if (!existsSync(MARK)) throw new Error(`${MARK} is missing: run this from the project's folder`);

const drawing = await instructions({
  imageResolver: () => readFile(MARK),
  imageName: MARK,
  preset: {
    ...minimal2023Preset,
    transparent: { ...minimal2023Preset.transparent, padding: 0 },
    maskable: { ...minimal2023Preset.maskable, padding: 0.12, resizeOptions: { background: GROUND } },
    apple: { ...minimal2023Preset.apple, padding: 0.1, resizeOptions: { background: GROUND } },
  },
  faviconPreset: 'default',
  htmlLinks: { xhtml: false, includeId: false },
  basePath: '/',
  resolveSvgName: (name) => name,
});
await generateAssets(drawing, true, 'public', (message) => console.log(message));
