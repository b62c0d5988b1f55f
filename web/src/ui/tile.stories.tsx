import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  IconArrowsSplit,
  IconBolt,
  IconDatabase,
  IconEqual,
  IconFileText,
  IconSubtask,
  IconUserQuestion,
  IconWebhook,
} from '@tabler/icons-react';
import { Line } from '../storybook/rows.tsx';
import { type Family, Tile } from './tile.tsx';

const icons = {
  trigger: IconBolt,
  flow: IconArrowsSplit,
  store: IconDatabase,
  records: IconSubtask,
  people: IconUserQuestion,
  outside: IconWebhook,
  values: IconEqual,
  quiet: IconFileText,
} as const satisfies Record<Family, unknown>;
const families = Object.keys(icons) as Family[];

const meta = { component: Tile, args: { icon: IconBolt, family: 'trigger' } } satisfies Meta<typeof Tile>;
export default meta;
type Story = StoryObj<typeof meta>;

export const One: Story = {};
export const EveryFamily: Story = {
  render: () => (
    <Line>
      {families.map((family) => (
        <Tile key={family} icon={icons[family]} family={family} />
      ))}
    </Line>
  ),
};
export const EverySize: Story = {
  render: (args) => (
    <Line>
      {([20, 24, 28] as const).map((size) => (
        <Tile key={size} {...args} size={size} />
      ))}
    </Line>
  ),
};
