import type { TestProject } from 'vitest/node';
import { buildApp } from '../support/buildApp';
import { serve } from '../support/serve';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built app, with a slash at its end. */
    appUrl: string;
    /** Folder of the built app, for journeys that serve it themselves. */
    appFolder: string;
  }
}

/** Builds the app once for all journeys and serves it until they are done. BOOMERANG_DIST takes a folder built before. */
export default async function builtApp(project: TestProject): Promise<() => Promise<void>> {
  const built = process.env.BOOMERANG_DIST;
  if (built === undefined) buildApp();
  const folder = built ?? 'dist';
  const { url, close } = await serve(folder, 0);
  project.provide('appUrl', url.endsWith('/') ? url : `${url}/`);
  project.provide('appFolder', folder);
  return close;
}
