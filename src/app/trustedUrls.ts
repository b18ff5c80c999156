const base = () => new URL('.', document.baseURI).href;

/** The service worker beside the page, and the worker among the assets; while developing, whatever this server gives. */
function isOurs(address: string): boolean {
  const { href, origin } = new URL(address, document.baseURI);
  if (import.meta.env.DEV) return origin === location.origin;
  return (
    href === `${base()}sw.js` ||
    (href.startsWith(`${base()}assets/`) && /\/assets\/worker-[\w-]+\.js$/.test(href))
  );
}

function createScriptURL(address: string): string {
  if (!isOurs(address)) throw new TypeError(`Not a script of this app: ${address}`);
  return address;
}

/** What the page's `require-trusted-types-for` asks for; TypeScript types the places that take it as plain text. */
interface ScriptUrlPolicy {
  readonly createScriptURL: (address: string) => unknown;
}

interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => ScriptUrlPolicy;
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };

const policy: ScriptUrlPolicy = trustedTypes?.createPolicy('app-url', { createScriptURL }) ?? {
  createScriptURL,
};

/** The address of one of the app's own two workers in the form that `new Worker` and `register` accept under the page's policy. */
export const trustedUrl = (address: string): string => policy.createScriptURL(address) as string;

export const serviceWorkerUrl = (): string => trustedUrl(`${base()}sw.js`);
