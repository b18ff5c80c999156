/** Takes the focus when what had it is gone, as a button is that was pressed and then replaced by what it did. */
export const focusIfLost = (place: HTMLElement): void => {
  if (document.activeElement === null || document.activeElement === document.body) place.focus();
};
