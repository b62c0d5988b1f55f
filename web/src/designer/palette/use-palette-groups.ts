import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { useCatalog } from '../store/catalog.ts';
import { OWN_GROUPS, type PaletteItem, paletteGroups } from './groups.ts';
import { match, memberNames, type Searched, searchWords } from './search.ts';

export interface PaletteTile {
  readonly item: PaletteItem;
  readonly label: string;
  readonly description: string;
  /** What an action answers with, by the names that expressions use. */
  readonly returns: readonly string[];
  readonly searched: Searched;
}

export interface TileGroup {
  readonly id: string;
  readonly label: string;
  readonly tiles: readonly PaletteTile[];
}

/** Everything that can be added, with its words in the reader's language. */
export function usePaletteGroups(): readonly TileGroup[] {
  const catalog = useCatalog();
  const { t } = useTranslation('palette');
  const labels = useEntryLabels();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels change with the language, and t changes with it too
  return useMemo(
    () =>
      paletteGroups(catalog).map(({ id, items }) => {
        const own = OWN_GROUPS.find((group) => group === id);
        const groupLabel = own === undefined ? labels.group(id) : t(($) => $.groups[own]);
        const tiles = items.map((item): PaletteTile => {
          const { action, type } = item;
          const label = action === undefined ? labels.node(type) : labels.action(action.id);
          const description = action === undefined ? labels.nodeDescription(type) : labels.actionDescription(action.id);
          const returns = Object.keys((action?.outputSchema.properties as object | undefined) ?? {});
          return {
            item,
            label,
            description,
            returns,
            searched: searchedOf(item, label, `${groupLabel} ${description}`),
          };
        });
        return { id, label: groupLabel, tiles };
      }),
    [catalog, t],
  );
}

/** Groups with the tiles that meet the search, the best first; groups without any are left out. */
export function found(groups: readonly TileGroup[], query: string): readonly TileGroup[] {
  const words = searchWords(query);
  if (words.length === 0) return groups;
  return groups.flatMap((group) => {
    const hits = group.tiles.map((tile) => ({ tile, met: match(words, tile.searched) })).filter(({ met }) => met > 0);
    const tiles = hits.toSorted((left, right) => right.met - left.met).map(({ tile }) => tile);
    return tiles.length === 0 ? [] : [{ ...group, tiles }];
  });
}

function searchedOf({ id, action }: PaletteItem, label: string, about: string): Searched {
  const names = action === undefined ? [] : [...memberNames(action.inputSchema), ...memberNames(action.outputSchema)];
  return { label: searchWords(label), all: searchWords([label, about, id, ...names].join(' ')) };
}
