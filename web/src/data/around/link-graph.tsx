import { useElementSize } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Tile } from '../../ui/tile.tsx';
import type { DataLink, RecordName, RecordRef } from '../data-types.ts';
import { recordIcon, sameRecord, useRecordLabel } from '../links/record-label.ts';
import { useLabelWords } from '../links/use-label-words.ts';
import { useDataSearch } from '../use-data-search.ts';
import classes from './around.module.css';
import { type GraphBox, type GraphEdge, layoutAround } from './graph-layout.ts';

const rem = (px: number) => `${px / 16}rem`;
const placed = (box: GraphBox): CSSProperties => ({
  insetInlineStart: rem(box.x),
  insetBlockStart: rem(box.y),
  inlineSize: rem(box.width),
  blockSize: rem(box.height),
});

/** One record and what is linked to it; links of the chosen relationship are drawn as wet pipe. Every box and every word leads somewhere. */
export function LinkGraph({
  center,
  name,
  links,
  chosen,
}: {
  center: RecordRef;
  name: RecordName;
  links: readonly DataLink[];
  chosen: string | undefined;
}) {
  const { t } = useTranslation('data');
  const { ref, width } = useElementSize();
  const { title } = useRecordLabel()(center, name);
  const layout = layoutAround(center, links, Math.max(440, width));
  return (
    <div ref={ref} className={classes.canvas}>
      {width > 0 && (
        <section
          className={classes.graph}
          style={{ inlineSize: rem(layout.width), blockSize: rem(layout.height) }}
          aria-label={t(($) => $.around.graph, { name: title })}
        >
          <Drawing layout={layout} chosen={chosen} />
          <div className={classes.node} style={placed(layout.center)} data-center aria-current="true">
            <NodeText record={center} name={name} />
          </div>
          {layout.nodes.map((node) => (
            <GraphNodeLink
              key={node.key}
              record={node.record}
              name={sameRecord(node.link.from, node.record) ? node.link.fromName : node.link.toName}
              style={placed(node)}
            />
          ))}
          {layout.edges.map((edge) => (
            <EdgeLabel key={edge.link.linkId} edge={edge} isWet={edge.link.relation === chosen} />
          ))}
        </section>
      )}
    </div>
  );
}

function Drawing({
  layout,
  chosen,
}: {
  layout: { width: number; height: number; edges: readonly GraphEdge<DataLink>[] };
  chosen: string | undefined;
}) {
  const wet = layout.edges.filter((edge) => edge.link.relation === chosen);
  const dry = layout.edges.filter((edge) => edge.link.relation !== chosen);
  const wetPath = wet.map((edge) => edge.path).join('');
  return (
    <svg
      className={classes.drawing}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <marker id="data-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
          <path className={classes.arrow} d="M0 1L10 5L0 9Z" />
        </marker>
      </defs>
      {dry.map((edge) => (
        <path key={edge.link.linkId} className={classes.line} d={edge.path} markerEnd="url(#data-arrow)" />
      ))}
      <path className={classes.wallWet} d={wetPath} />
      <path className={classes.water} d={wetPath} />
    </svg>
  );
}

function GraphNodeLink({ record, name, style }: { record: RecordRef; name: RecordName; style: CSSProperties }) {
  const { t } = useTranslation('data');
  const { search } = useDataSearch();
  const { title } = useRecordLabel()(record, name);
  return (
    <Link
      to="/data"
      search={{ ...search, recordType: record.type, recordId: record.id }}
      className={classes.node}
      style={style}
      title={title}
      aria-label={t(($) => $.around.recentre, { name: title })}
    >
      <NodeText record={record} name={name} />
    </Link>
  );
}

function NodeText({ record, name }: { record: RecordRef; name: RecordName }) {
  const { title, isId, place } = useRecordLabel()(record, name);
  return (
    <>
      <Tile icon={recordIcon(record.type)} family="records" size={24} />
      <span className={classes.nodeText}>
        {isId ? <code>{title}</code> : <strong>{title}</strong>}
        <small>{place}</small>
      </span>
    </>
  );
}

function EdgeLabel({ edge, isWet }: { edge: GraphEdge<DataLink>; isWet: boolean }) {
  const { t } = useTranslation('data');
  const { search } = useDataSearch();
  const labelOf = useRecordLabel();
  const { link, label } = edge;
  const relation = useLabelWords().relation(link.relation);
  const isOpen = search.link === link.linkId;
  return (
    <Link
      to="/data"
      search={{ ...search, link: link.linkId, entry: undefined }}
      className={classes.word}
      data-wet={isWet || undefined}
      data-open={isOpen || undefined}
      aria-current={isOpen ? 'true' : undefined}
      style={{ insetInlineStart: rem(label.x), insetBlockStart: rem(label.y) }}
      aria-label={t(($) => $.around.openLink, {
        relation,
        from: labelOf(link.from, link.fromName).title,
        to: labelOf(link.to, link.toName).title,
      })}
    >
      {relation}
    </Link>
  );
}
