/** Brings whoever pressed a button that is gone to what came in its place. */
export const arrive = (piece: HTMLElement): void => piece.focus();
