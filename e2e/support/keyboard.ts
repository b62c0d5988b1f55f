import { expect, type Locator, type Page } from '@playwright/test';

/** The designer by keys alone: nothing here touches the mouse, and what has the focus is asserted, not set. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Tab until something has the focus; fails when it is not on the way. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await hasFocus(target)) return;
      await this.page.keyboard.press(key);
    }
    await expect(target).toBeFocused();
  }

  /** What a screen reader is told. */
  async expectSaid(sentence: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: sentence }).first()).toBeAttached();
  }

  /** Walks the canvas with Up and Down until a card has the focus. */
  async walkTo(card: Locator, key: 'ArrowDown' | 'ArrowUp'): Promise<void> {
    for (let presses = 0; presses < 20; presses += 1) {
      if (await hasFocus(card)) return;
      await this.page.keyboard.press(key);
    }
    await expect(card).toBeFocused();
  }

  /** F6 until the part of the designer has the focus. */
  async goToRegion(region: Locator): Promise<void> {
    const within = region.locator(':focus');
    for (let presses = 0; presses < 6; presses += 1) {
      if ((await within.count()) > 0) return;
      await this.page.keyboard.press('F6');
    }
    await expect(within).toHaveCount(1);
  }
}

async function hasFocus(target: Locator): Promise<boolean> {
  return (await target.count()) === 1 && (await target.evaluate((element) => element === document.activeElement));
}
