const FIELDS = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';
const PRESSED_BY_ENTER = 'button, a, summary, select, textarea';

/**
 * Keys on a question: a digit presses the choice of that place, Enter goes on. Keys that a field or a button needs are left to
 * it; in a text of several lines Enter goes on with Ctrl or Cmd.
 */
export function pressKey(event: KeyboardEvent, stage: HTMLElement, goOn: () => void): void {
  const { target } = event;
  const isHere = target === document.body || (target instanceof Node && stage.contains(target));
  if (event.defaultPrevented || event.isComposing || event.altKey || !isHere) return;
  const within = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  const held = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter' && (held ? within('textarea') : !within(PRESSED_BY_ENTER))) {
    event.preventDefault();
    goOn();
  } else if (/^[1-9]$/.test(event.key) && !held && !within(FIELDS)) {
    const choice = stage.querySelectorAll<HTMLElement>('[data-choice]')[Number(event.key) - 1];
    if (!choice) return;
    event.preventDefault();
    choice.click();
  }
}
