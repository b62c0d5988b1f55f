/** Made by `.storybook/registry-plugin.ts` from the server's own entries. */
declare module 'virtual:registry' {
  import type { Outputs } from '../api/trpc.ts';

  const answers: Pick<Outputs['registry'], 'designerCatalog' | 'events'>;
  export default answers;
}
