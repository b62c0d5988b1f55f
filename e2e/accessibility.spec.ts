import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { makeWorld, tourData, tourDesigner, tourLive, tourProjects, tourRuns, tourWorkflows } from './support/tour.ts';
import { signIn } from './support/workspace.ts';

/** What differs in its texts alone is looked at once: one action of each group, one run with all its tabs. */
const alike =
  /^inspector of (store|links|projects)\.(?!set|upsert|update_task)|^(failed|waiting) run, tab [2-6]|not there/;
/** Between them they show every colour that there is. */
const inTheDark =
  /^(workflows|designer, filled|trigger, event|inspector of (links\.upsert|control\.if|event\.wait)|problems|menu of a step|run now|publish|versions|runs|(failed )?run, tab [12]|data, tab \d|entry|project|task)$/;

test('no state of any page has an obstacle', async ({ page, baseURL }) => {
  test.setTimeout(480_000);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await signIn(page, baseURL);
  const world = await makeWorld(page);
  const html = page.locator('html');
  const visit = async (where: string) => {
    if (alike.test(where)) return;
    // Beside the form of a step everything is as it was.
    const within = /^(inspector|trigger)/.test(where) ? '[data-region=inspector]' : undefined;
    await expectAccessible(page, `${where}, light`, { within });
    if (!inTheDark.test(where)) return;
    // Nothing but the colours differs in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await expectAccessible(page, `${where}, dark`, { within, rules: ['color-contrast'] });
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'light');
  };
  await tourWorkflows(page, visit);
  await tourDesigner(page, world, visit);
  await tourLive(page, world, visit);
  await tourRuns(page, world, visit);
  await tourData(page, visit);
  await tourProjects(page, world, visit);
});
