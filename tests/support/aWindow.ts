import { vi } from 'vitest';

/**
 * The test's page has no layout, so long lists would find no room for a single row: gives it the height of a window and
 * every watched piece the height of a row.
 */
export function aWindow({ height = 740, rowHeight = 72 } = {}): void {
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(height);
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
    configurable: true,
    get: () => document.body,
  });
  const page = document.defaultView as unknown as { ResizeObserver: typeof ResizeObserver };
  vi.spyOn(page, 'ResizeObserver').mockImplementation(function (this: ResizeObserver, tell) {
    const observer: ResizeObserver = {
      observe: (target) => {
        const isWindow = target === document.documentElement;
        const contentRect = { width: 360, height: isWindow ? height : rowHeight };
        queueMicrotask(() => tell([{ target, contentRect } as unknown as ResizeObserverEntry], observer));
      },
      unobserve: () => undefined,
      disconnect: () => undefined,
    };
    return observer;
  });
}
