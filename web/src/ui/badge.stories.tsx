import type { Meta, StoryObj } from '@storybook/react-vite';
import { IconFlask, IconProgress } from '@tabler/icons-react';
import { Badge } from './badge.tsx';
import { hues } from './theme/palettes.ts';

const meta = { component: Badge, args: { children: 'Beta', icon: IconFlask, hue: 'azure' } } satisfies Meta<
  typeof Badge
>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WithIcon: Story = {};
export const Outlined: Story = { args: { hue: 'grey', outlined: true } };
export const Turning: Story = { args: { icon: IconProgress, hue: 'petrol', turning: true, children: 'Running' } };
export const EveryHue: Story = {
  parameters: { says: hues },
  render: (args) => (
    <div style={{ display: 'flex', gap: '0.5rem', flexWrap: 'wrap' }}>
      {[...hues, 'grey' as const].map((hue) => (
        <Badge key={hue} {...args} hue={hue}>
          {hue}
        </Badge>
      ))}
    </div>
  ),
};
