import { chromium, type Browser as Chromium } from 'playwright-core';
import { afterAll } from 'vitest';
import { deviceOf, followed, type Device, type DeviceOptions } from './browser';
import { CHROMIUM, FLAGS } from './chromium';

let shared: Promise<Chromium> | undefined;

afterAll(async () => {
  await (await shared)?.close();
});

/**
 * A device with nothing on it, gone without a trace when it is closed: quicker than a browser of its own, as all devices of a test file share
 * one. Journeys about disks, kills and what is still there at the next start need `startBrowser`.
 */
export async function freshDevice(options: DeviceOptions = {}): Promise<Device> {
  shared ??= chromium.launch({ executablePath: CHROMIUM, headless: true, args: [...FLAGS] });
  const context = await (await shared).newContext(deviceOf(options));
  const { expectCalm, ...device } = await followed(context, options.expected);
  return {
    ...device,
    async close() {
      await context.close();
      expectCalm();
    },
  };
}
