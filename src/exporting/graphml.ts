/** GraphML, written as it is read: what libraries offer holds the whole graph in memory. */
import type { Column } from './columns.ts';
import { licence } from './dataset.ts';
import { type EntityRow, entityBatches, entityColumns, nameOf } from './entities.ts';
import { mapBatches, notExported } from './leftOut.ts';
import type { Options } from './options.ts';
import type { Reader } from './reading.ts';
import { qualifierColumns, type RelationshipRow, relationshipBatches } from './relationships.ts';

/** Writes entities as nodes and relationships as edges, each with its columns as attributes. */
export async function* writeGraphml(reader: Reader, options: Options): AsyncGenerator<string> {
  const nodeColumns = [
    { name: 'label', type: 'string', of: nameOf } satisfies Column<EntityRow>,
    ...entityColumns(options.kinds).filter(({ name }) => name !== 'id'),
  ];
  const edgeColumns = qualifierColumns(options);
  const { version, digest } = options.data;
  const graph = [
    ['version', String(version)],
    ['digest', digest],
    ['license', licence.url],
  ] as const;
  const [nodes, edges] = [withKeys('n', nodeColumns), withKeys('e', edgeColumns)];
  yield [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...graph.map(([name]) => keyElement('graph', { key: name, name, type: 'string' })),
    ...nodes.map((column) => keyElement('node', column)),
    ...edges.map((column) => keyElement('edge', column)),
    '<graph id="labourgraph" edgedefault="directed">',
    ...graph.map(([name, value]) => dataElement(name, value)),
    '',
  ].join('\n');
  const { leftOut } = options;
  const entities = mapBatches(entityBatches(reader, options), (row) => nodeElement(row, nodes), leftOut);
  for await (const elements of entities) yield elements.join('');
  // The edges need their ends.
  const bare = leftOut.ids.length;
  yield leftOut.ids.map((id) => `<node id="${escapeXml(id)}"><desc>${notExported}</desc></node>\n`).join('');
  const relationships = mapBatches(relationshipBatches(reader, options), (row) => edgeElement(row, edges), leftOut);
  for await (const elements of relationships) yield elements.join('');
  yield leftOut.ids
    .slice(bare)
    .map((id) => `<!-- ${escapeXml(id).replaceAll('--', '- -')}: ${notExported} -->\n`)
    .join('');
  yield '</graph>\n</graphml>\n';
}

type Keyed<Row> = Column<Row> & { readonly key: string };

const withKeys = <Row>(prefix: string, columns: readonly Column<Row>[]): Keyed<Row>[] =>
  columns.map((column, index) => ({ ...column, key: `${prefix}${index}` }));

const keyElement = (
  of: 'graph' | 'node' | 'edge',
  { key, name, type }: Pick<Keyed<never>, 'key' | 'name' | 'type'>,
): string => `<key id="${key}" for="${of}" attr.name="${name}" attr.type="${type}"/>`;

const nodeElement = (row: EntityRow, columns: readonly Keyed<EntityRow>[]): string =>
  `<node id="${escapeXml(row.id)}">${dataElements(row, columns)}</node>\n`;

const edgeElement = (row: RelationshipRow, columns: readonly Keyed<RelationshipRow>[]): string => {
  const [id, source, target] = [row.id, row.subjectId, row.objectId].map(escapeXml);
  return `<edge id="${id}" source="${source}" target="${target}">${dataElements(row, columns)}</edge>\n`;
};

function dataElements<Row>(row: Row, columns: readonly Keyed<Row>[]): string {
  return columns
    .map(({ key, of }) => {
      const value = of(row);
      return value === null ? '' : dataElement(key, String(value));
    })
    .join('');
}

const dataElement = (key: string, value: string): string => `<data key="${key}">${escapeXml(value)}</data>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or a quoted attribute. What XML 1.0 has no way to write becomes U+FFFD. */
function escapeXml(value: string): string {
  return (
    value
      .replace(/[&<>"]/g, (character) => entities[character] ?? character)
      // White space that a parser would otherwise make a blank or a line feed.
      .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  );
}
