import { Button, Checkbox, PasswordInput, Radio, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties } from 'react';
import classes from './look.stories.module.css';
import { hues, palettes } from './palettes.ts';

const meta = { title: 'Look', tags: ['!autodocs'] } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

const shade = (value: string) => ({ '--shade': value }) as CSSProperties;

/** The hues and their ten shades; parts never name a shade, only a meaning. */
export const Palettes: Story = {
  parameters: { says: Object.keys(palettes) },
  render: () => (
    <div className={classes.sheet}>
      {Object.entries(palettes).map(([name, shades]) => (
        <div key={name} className={classes.palette}>
          <span>{name}</span>
          {shades.map((value, index) => (
            <span key={value} className={classes.shade} style={shade(value)}>
              <span className={classes.number}>{index}</span>
            </span>
          ))}
        </div>
      ))}
    </div>
  ),
};

const grounds = ['canvas', 'surface', 'sunken', 'hover', 'selected', 'halo'];
const lines = ['line', 'line-strong', 'control', 'wall', 'wall-wet', 'dry', 'water', 'glint'];
const inks = ['text', 'text-2', 'text-3', 'text-4', 'accent', 'accent-hover', 'accent-text', 'ink'];
const shares = ['text', 'bg', 'line', 'graphic', 'faint'];
const meanings = [...grounds, ...lines, ...inks, ...hues.flatMap((hue) => shares.map((share) => `${hue}-${share}`))];

/** What a colour is for; each has a value in light and one in dark. */
export const Meanings: Story = {
  parameters: { says: meanings },
  render: () => (
    <ul className={classes.meaning}>
      {meanings.map((name) => (
        <li key={name}>
          <span className={classes.swatch} style={shade(`var(--ps-${name})`)} />
          <code>{name}</code>
        </li>
      ))}
    </ul>
  ),
};

export const Type: Story = {
  render: () => (
    <div className={classes.type}>
      <p className={classes.hero}>Hero 26/32, the first visit only</p>
      <p className={classes.title}>Title 20/28, the name of a page</p>
      <p className={classes.heading}>Heading 15/22, panels and sections</p>
      <p className={classes.strong}>Strong 13/18, names, buttons and labels of fields</p>
      <p>Body 13/18, the size of work</p>
      <p className={classes.help}>Help 12/16, summaries and hints</p>
      <p className={classes.label}>Label 11/16, heads of tables</p>
      <p className={classes.code}>payload.invoiceId 12/19</p>
    </div>
  ),
};

export const Buttons: Story = {
  render: () => (
    <div className={classes.sheet}>
      <div className={classes.buttons}>
        <Button>Publish</Button>
        <Button variant="default">Run now</Button>
        <Button variant="light">Soft</Button>
        <Button variant="subtle">Quiet</Button>
        <Button data-danger>Cancel the run</Button>
      </div>
      <div className={classes.buttons}>
        <Button size="xs" variant="default">
          In a table
        </Button>
        <Button size="lg">The decision of a page</Button>
        <Button disabled>Not now</Button>
        <Button loading>Publishing</Button>
      </div>
      <div className={classes.buttons}>
        {hues.map((hue) => (
          <Button key={hue} color={hue} variant="light">
            Tint
          </Button>
        ))}
      </div>
    </div>
  ),
};

export const Controls: Story = {
  render: () => (
    <div className={classes.controls}>
      <TextInput label="Name" description="As it stands in lists" defaultValue="Invoice dunning" />
      <TextInput label="At most" defaultValue="40x" error="Use a whole number, for example 40" />
      <TextInput label="Search" placeholder="Type a name" />
      <TextInput label="Not to be changed" defaultValue="mirror" disabled />
      <PasswordInput label="Password" defaultValue="a secret" visibilityToggleButtonProps={{ 'aria-label': 'Show' }} />
      <Textarea label="Note" defaultValue="Two lines of running text, so that the height of a line is seen." />
      <SegmentedControl data={['Forward', 'Reverse', 'Either']} aria-label="Direction" />
      <Checkbox label="Only what is mine" defaultChecked />
      <Radio.Group label="When it fails" defaultValue="stop">
        <Radio value="stop" label="Stop the run" />
        <Radio value="on" label="Go on" />
      </Radio.Group>
    </div>
  ),
};
