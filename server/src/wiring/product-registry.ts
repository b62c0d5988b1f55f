import { catalogue } from '../catalogue.gen.ts';
import { createRegistry } from '../registry/create-registry.ts';
import type { Registry } from '../registry/registry.ts';

/** The registry of every entry that comes with the product. */
export function productRegistry(): Registry {
  return createRegistry(catalogue);
}
