import type { Meta, StoryObj } from '@storybook/react-vite';
import { IconFlask, IconProgress } from '@tabler/icons-react';
import { Line } from '../storybook/rows.tsx';
import { Badge } from './badge.tsx';
import { hues } from './theme/palettes.ts';

const meta = {
  component: Badge,
  args: { children: 'Beta', icon: IconFlask, hue: 'azure' },
} satisfies Meta<typeof Badge>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WithIcon: Story = {};
export const WordAlone: Story = { render: () => <Badge hue="ember">2nd attempt</Badge> };
export const Outlined: Story = { args: { hue: 'grey', outlined: true } };
export const Turning: Story = { args: { icon: IconProgress, hue: 'petrol', turning: true, children: 'Under way' } };
export const EveryHue: Story = {
  parameters: { says: hues },
  render: (args) => (
    <Line>
      {[...hues, 'grey' as const].map((hue) => (
        <Badge key={hue} {...args} hue={hue}>
          {hue}
        </Badge>
      ))}
    </Line>
  ),
};
