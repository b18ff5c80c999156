interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | undefined;
}

const SHOWN_FOR = 4000;
const SHOWN_FOR_WITH_ACTION = 8000;

let shown = $state.raw<readonly Toast[]>([]);
let count = 0;

export const toasts = {
  get shown(): readonly Toast[] {
    return shown;
  },
};

export function dismiss(id: number): void {
  shown = shown.filter((toast) => toast.id !== id);
}

/** Says something in passing, at the foot of the screen; never the only place where a trouble is told. */
export function notify(text: string, action?: { label: string; run: () => void }): void {
  const id = ++count;
  shown = [...shown.slice(-2), { id, text, action }];
  setTimeout(() => dismiss(id), action ? SHOWN_FOR_WITH_ACTION : SHOWN_FOR);
}
