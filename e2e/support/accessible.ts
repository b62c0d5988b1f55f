import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Look {
  /** Part of the page that is new; absent = all of it. */
  within?: string | undefined;
  /** Some rules alone. */
  rules?: string[];
}

/** No violation of WCAG A or AA on the page as it stands. */
export async function expectAccessible(page: Page, where: string, { within, rules }: Look = {}): Promise<void> {
  // There are no frames, so that a page of its own for the summary is not needed.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (within !== undefined) axe.include(within);
  if (rules === undefined) axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  else axe.withRules(rules);
  const { violations } = await axe.analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`),
      where,
    )
    .toEqual([]);
}
