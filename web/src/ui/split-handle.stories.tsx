import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { SplitHandle, type SplitHandleProps } from './split-handle.tsx';

function Parts(props: SplitHandleProps) {
  const [size, setSize] = useState(props.size);
  const isInline = props.axis === 'inline';
  const set = (next: number) => {
    setSize(next);
    props.set(next);
  };
  return (
    <div style={{ display: 'flex', flexDirection: isInline ? 'row' : 'column', blockSize: '14rem' }}>
      <div style={isInline ? { inlineSize: size ?? 200 } : { blockSize: size ?? 100 }}>First part</div>
      <SplitHandle {...props} size={size} set={set} />
      <div style={{ flex: 1 }}>Second part</div>
    </div>
  );
}

const meta = {
  title: 'ui/Split handle',
  component: Parts,
  args: { label: 'Width of the first part', axis: 'inline', side: 'before', size: 200, min: 120, max: 480, set: fn() },
} satisfies Meta<typeof Parts>;
export default meta;
type Story = StoryObj<typeof meta>;

export const BetweenColumns: Story = {};
export const BetweenRows: Story = {
  args: { axis: 'block', size: 100, min: 60, max: 160, label: 'Height of the first part' },
};
export const ArrowKeysMoveIt: Story = {
  play: async ({ args, canvas, userEvent }) => {
    canvas.getByRole('separator').focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(args.set).toHaveBeenLastCalledWith(224);
  },
};
