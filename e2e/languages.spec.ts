import { test } from '@playwright/test';
import { Translations } from './support/leaks.ts';
import { makeWorld, tourData, tourDesigner, tourLive, tourProjects, tourRuns, tourWorkflows } from './support/tour.ts';
import { namesOfOthers, signIn } from './support/workspace.ts';

test('every word of the product is translated, and fits where texts are longer', async ({ page, baseURL }) => {
  test.setTimeout(480_000);
  await signIn(page, baseURL);
  const others = await namesOfOthers(page);
  const world = await makeWorld(page);
  await page.evaluate(() => localStorage.setItem('penstock.locale', 'xx'));
  const translations = new Translations(page, others);
  try {
    await tourWorkflows(page, translations.visit);
    await tourDesigner(page, world, translations.visit);
    await tourLive(page, world, translations.visit);
    await tourRuns(page, world, translations.visit);
    await tourData(page, translations.visit);
    await tourProjects(page, world, translations.visit);
  } finally {
    translations.expectNone();
  }
});
