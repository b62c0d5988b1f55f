import { expect, type Locator, type Page } from '@playwright/test';

export const MODES = {
  reference: 'Reference: a value of the trigger or of an earlier step',
  fixed: 'Fixed value',
  expression: 'Expression',
} as const;

/** The designer as an author with a mouse sees it. */
export class Designer {
  readonly page: Page;
  readonly palette: Locator;
  readonly canvas: Locator;
  readonly inspector: Locator;

  constructor(page: Page) {
    this.page = page;
    this.palette = page.getByRole('complementary', { name: 'Steps to add' });
    this.canvas = page.getByRole('region', { name: 'Pipe of the workflow' });
    this.inspector = page.getByRole('complementary', { name: 'Settings of what is selected' });
  }

  card(name: string): Locator {
    return this.canvas.getByRole('treeitem', { name, exact: true });
  }

  /** What stands on the canvas from top to bottom, the number telling how deep. */
  async expectPipe(lines: readonly string[]): Promise<void> {
    await expect
      .poll(() =>
        this.canvas
          .getByRole('treeitem')
          .evaluateAll((items) =>
            items.map((item) => `${item.getAttribute('aria-level')} ${item.getAttribute('aria-label')}`),
          ),
      )
      .toEqual(lines);
  }

  async add(step: string): Promise<void> {
    await this.palette.getByRole('button', { name: step, exact: true }).click();
  }

  /** The plus between two cards, and what it asks. */
  async addAt(place: string, step: string): Promise<void> {
    await this.canvas.getByRole('button', { name: place }).click();
    const picker = this.page.getByRole('dialog', { name: 'Add a step' });
    await picker.getByRole('searchbox').fill(step);
    await picker.getByRole('button', { name: step, exact: true }).click();
    await expect(picker).toBeHidden();
  }

  /** Drags to the middle of something else and lets go where the pipe opens with these words. */
  async drag(what: Locator, onto: Locator, words: string): Promise<void> {
    const from = await middleOf(what);
    const to = await middleOf(onto);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 12, from.y + 12, { steps: 3 });
    await this.page.mouse.move(to.x, to.y, { steps: 12 });
    await expect(this.canvas.getByText(words, { exact: true })).toBeVisible();
    await this.page.mouse.up();
  }

  async setMode(field: string, mode: keyof typeof MODES): Promise<void> {
    await this.inspector
      .getByRole('radiogroup', { name: `How ${field} is given` })
      .getByText(MODES[mode])
      .locator('xpath=ancestor::label')
      .click();
  }

  /** A value of another step, source by source. */
  async refer(field: string, ...way: readonly string[]): Promise<void> {
    await this.inspector.getByRole('combobox', { name: `Choose a value for ${field}` }).click();
    for (const stop of way) await this.page.getByRole('option').filter({ hasText: stop }).first().click();
  }

  /** One of the suggestions. */
  async suggest(field: string, word: string): Promise<void> {
    const box = this.inspector.getByRole('combobox', { name: field, exact: true });
    await box.click();
    await this.page.getByRole('option').filter({ hasText: word }).first().click();
  }

  async write(field: string, text: string): Promise<void> {
    await this.inspector.getByRole('textbox', { name: field, exact: true }).click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByText(/^Draft saved/)).toBeVisible();
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: /^Publish / });
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error('Nothing to drag from or to');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Names a workflow in the list and goes to its empty pipe. */
export async function newWorkflow(page: Page, name: string): Promise<Designer> {
  await page.goto('/workflows');
  await page.getByRole('button', { name: 'New workflow' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Create workflow' }).click();
  const designer = new Designer(page);
  await expect(designer.card('Started by hand')).toBeVisible();
  return designer;
}
