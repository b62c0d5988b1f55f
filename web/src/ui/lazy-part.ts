import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A part of a page whose code is fetched when it is first shown. Stand it inside `Suspense`. */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: (await load())[name] }));
}
