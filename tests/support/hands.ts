import type { Locator, Page } from 'playwright-core';

/** How a person works the app: what is pressed and written is named by the words that stand on it. */
export interface Hand {
  press(target: Locator): Promise<void>;
  /** One of the choices of a question, by the words on it. */
  choose(words: string): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** From a question to the next one. */
  goOn(): Promise<void>;
}

const CHOICE = '[data-choice]';
const MOST_TABS = 120;

/** A thumb on a phone; the page must have been opened in a browser that can be touched. */
export const thumb = (page: Page, next: string): Hand => ({
  press: (target) => target.tap(),
  choose: (words) => page.locator(CHOICE, { hasText: words }).first().tap(),
  async write(field, text) {
    await field.tap();
    await page.keyboard.insertText(text);
  },
  goOn: () => page.getByRole('button', { name: next, exact: true }).tap(),
});

const isFocused = (target: Locator) =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Moves the focus forward with Tab until it is on the target. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(target)}`);
}

/** Tab, digits, Enter and letters, and nothing else. */
export const keyboard = (page: Page, next: string): Hand => {
  const press = async (target: Locator) => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  };
  return {
    press,
    async choose(words) {
      const choices = page.locator(CHOICE);
      await choices.filter({ hasText: words }).first().waitFor();
      const place = (await choices.allInnerTexts()).findIndex((text) => text.includes(words));
      const inField = await page.locator('input:focus, textarea:focus').count();
      if (place < 9 && inField === 0) await page.keyboard.press(String(place + 1));
      else await press(choices.nth(place));
    },
    async write(field, text) {
      await tabTo(page, field);
      await page.keyboard.type(text);
    },
    async goOn() {
      const focused = page.locator(':focus');
      if ((await focused.and(page.locator('textarea')).count()) > 0)
        await page.keyboard.press('Control+Enter');
      else if ((await focused.and(page.locator('button, summary')).count()) > 0)
        await press(page.getByRole('button', { name: next, exact: true }));
      else await page.keyboard.press('Enter');
    },
  };
};
