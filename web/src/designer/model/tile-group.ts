const tileGroups: Readonly<Record<string, string>> = { store: 'data-store', links: 'data-store', projects: 'project' };

/** Where a group of actions stands in the palette: several of them may share one group there. Kept on the step for other tools. */
export function tileGroupOf(actionGroup: string): string {
  return tileGroups[actionGroup] ?? actionGroup;
}

export function tileKindOf(actionGroup: string): string {
  return actionGroup === 'transform' || actionGroup === 'ai' ? actionGroup : 'core-object';
}
