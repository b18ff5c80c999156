import { mkdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { buildApp } from './buildApp';
import { DESKTOP, PHONE, startBrowser, TABLET } from './browser';
import { serve } from './serve';

/** Takes the pictures of the example shop that the README (docs/) and the app's manifest (public/screenshots/) show. */
const SIZES = { phone: PHONE, tablet: TABLET, wide: DESKTOP } as const;
const PAGES = ['loss', 'clients'] as const;
/** Those that an installer shows; their names stand in the manifest. */
const FOR_MANIFEST = ['phone-loss', 'phone-clients', 'wide-loss'];
const FOR_README = 'wide-loss';

buildApp();
for (const folder of ['docs/screenshots', 'public/screenshots']) mkdirSync(folder, { recursive: true });
const { url, close } = await serve('dist', 0);
const browser = await startBrowser();
try {
  const page = await browser.page(url);
  await page.getByRole('button', { name: 'Look around in an example shop' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const name of PAGES) {
    await page.goto(`${url}#/${name}`);
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        const picture = await sharp(await page.screenshot())
          .png({ palette: true, quality: 90 })
          .toBuffer();
        const title = `${size}-${name}`;
        writeFileSync(`docs/screenshots/${title}-${colorScheme}.png`, picture);
        if (colorScheme === 'dark') continue;
        if (title === FOR_README) writeFileSync('docs/screenshot.png', picture);
        if (FOR_MANIFEST.includes(title)) writeFileSync(`public/screenshots/${title}.png`, picture);
      }
    }
  }
} finally {
  await close();
}
await browser.close();
