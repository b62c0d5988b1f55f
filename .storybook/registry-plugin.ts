import type { Plugin } from 'vite';

const NAME = 'virtual:registry';

/** What the server says about actions, steps and events, without a server: stories of the designer show the entries as they are. */
export function registryPlugin(): Plugin {
  return {
    name: 'penstock:registry',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: async (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(await answers())};` : undefined),
  };
}

async function answers() {
  const [{ productRegistry }, { describeCatalog }, { describeEvent }] = await Promise.all([
    server('wiring/product-registry.ts'),
    server('api/registry-router/designer-catalog.ts'),
    server('registry/describe-event.ts'),
  ]);
  const registry = productRegistry();
  return {
    designerCatalog: describeCatalog(registry),
    events: { items: registry.eventTypes().map(describeEvent), nextCursor: null },
  };
}

/** Node reads the server's files as they are. */
const server = (file: string) => import(new URL(`../server/src/${file}`, import.meta.url).href);
