/** Asks the browser not to clear the app's data by itself. Never awaited on the way to a screen: Firefox answers only when the person does. */
export function askToKeep(): void {
  navigator.storage?.persist?.().catch(() => false);
}
