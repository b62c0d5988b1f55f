import type { WorkflowDefinition } from '@penstock/server/language';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import actions from '../../../../locales/en/actions.json';
import canvas from '../../../../locales/en/canvas.json';
import events from '../../../../locales/en/events.json';
import palette from '../../../../locales/en/palette.json';
import steps from '../../../../locales/en/steps.json';
import { renderUi } from '../../testing/render-ui.tsx';
import { CatalogContext } from '../store/catalog.ts';
import { createEditor } from '../store/editor.ts';
import { EditorContext } from '../store/editor-context.ts';
import { mirrorDefinition, sampleCatalog } from './fixture.ts';

for (const [namespace, texts] of Object.entries({ actions, canvas, events, palette, steps })) {
  i18next.addResourceBundle('en', namespace, texts);
}

export interface DriverOptions {
  definition?: WorkflowDefinition;
  isReadOnly?: boolean;
}

/** jsdom lays nothing out: the canvas stands at the corner of the screen, as large as it wants. */
export function layOutCanvas(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-sheet], [data-viewport]')) {
    element.getBoundingClientRect = () => new DOMRect(0, 0, 760, 4000);
  }
}

/** Presses on what is dragged and goes to a point of the canvas; `drop` lets go there. */
export function dragTo(handle: Element, x: number, y: number) {
  const at = (clientX: number, clientY: number) => ({
    clientX,
    clientY,
    button: 0,
    isPrimary: true,
    pointerType: 'mouse',
    bubbles: true,
  });
  fireEvent(handle, new PointerEvent('pointerdown', at(5, 5)));
  fireEvent(document, new PointerEvent('pointermove', at(40, 40)));
  fireEvent(document, new PointerEvent('pointermove', at(x, y)));
  return { drop: () => fireEvent(document, new PointerEvent('pointerup', at(x, y))) };
}

function makeRoomForOverlays(): void {
  if (document.getElementById('overlays') !== null) return;
  const overlays = document.createElement('div');
  overlays.id = 'overlays';
  document.body.append(overlays);
}

/** Shows a part of the designer with an editor around it, and acts on it as a person would. */
export function driveDesigner(
  part: ReactNode,
  { definition = mirrorDefinition, isReadOnly = false }: DriverOptions = {},
) {
  const editor = createEditor(definition, { isReadOnly });
  makeRoomForOverlays();
  const user = userEvent.setup();
  renderUi(
    <CatalogContext value={sampleCatalog()}>
      <EditorContext value={editor}>{part}</EditorContext>
    </CatalogContext>,
  );
  const card = (name: string) => screen.getByRole('treeitem', { name });
  return {
    editor,
    user,
    card,
    /** What stands on the canvas, from top to bottom: `1 Read mirror settings`, the number telling the depth. */
    outline: () =>
      screen
        .getAllByRole('treeitem')
        .map((item) => `${item.getAttribute('aria-level')} ${item.getAttribute('aria-label')}`),
    focused: () => document.activeElement?.getAttribute('aria-label') ?? null,
    selected: () =>
      within(screen.getByRole('tree'))
        .queryAllByRole('treeitem', { selected: true })
        .map((item) => item.getAttribute('aria-label')),
    /** What a screen reader was told last. */
    said: () => screen.getAllByRole('status').findLast((region) => region.textContent !== '')?.textContent ?? '',
    focus: (name: string) => act(() => card(name).focus()),
    press: (keys: string) => user.keyboard(keys),
  };
}
