import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readableMembers, type Schema } from '../scope/schema-reading.ts';
import { SchemaTree } from '../scope/schema-tree.tsx';
import classes from './trigger.module.css';

const SHOWN = 8;

/** The first fields of an input; all of them, with what is inside, in a dialog. */
export function SchemaPreview({ schemaRef, schema }: { schemaRef: string; schema: Schema }) {
  const { t } = useTranslation('expressions');
  const [isOpen, setOpen] = useState(false);
  const fields = readableMembers(schema);
  if (fields.length === 0) return <p className={classes.help}>{t(($) => $.trigger.noFields)}</p>;
  return (
    <div className={classes.preview}>
      <SchemaTree schema={schema} label={t(($) => $.trigger.preview)} most={SHOWN} />
      <Button size="xs" variant="subtle" onClick={() => setOpen(true)} className={classes.quiet ?? ''}>
        {t(($) => $.trigger.showAll)}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t(($) => $.trigger.schemaTitle, { ref: schemaRef })}
        closeButtonProps={{ 'aria-label': t(($) => $.trigger.close) }}
        size="lg"
      >
        <SchemaTree schema={schema} label={t(($) => $.schema.tree, { name: schemaRef })} />
      </Modal>
    </div>
  );
}
