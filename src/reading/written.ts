/** Proposals as seed files: each record with a comment that says by which rule it was made. */
import { type Document, isMap, isScalar, isSeq, type Node, Document as YamlDocument } from 'yaml';
import { isBlank } from '../records/blanks.ts';
import { isPlain, type Plain, textOf, typeOf } from './knowledge.ts';
import type { Proposal, ProposalFile, Proposals } from './proposals.ts';

/** The names of the files, in the order in which a person reads them. */
const files: readonly ProposalFile[] = ['article', 'actors', 'story', 'additions'];

const heads: Readonly<Record<ProposalFile, string>> = {
  article: 'The article itself.',
  actors: 'People, organizations and offices that the graph does not have.',
  story: 'What the article tells: events, statements, figures.',
  additions: 'What the graph has already, whole, with new evidence: each replaces the record of the same id.',
};

/**
 * The text of each file that has records, by its name.
 * @param schema the address or path of the JSON Schema, for editors.
 */
export function writeProposals({ proposals, differences }: Proposals, schema: string): ReadonlyMap<string, string> {
  const notes = differences.map(
    ({ type, of, paragraph, says }) =>
      `${type === 'CONTRADICTS' ? 'Contradicts' : 'Makes outdated'} ${of}, by paragraph ${paragraph}: ${says}`,
  );
  return new Map(
    files.flatMap((file) => {
      const own = proposals.filter((proposal) => proposal.file === file);
      if (own.length === 0 && (file !== 'additions' || notes.length === 0)) return [];
      return [[`${file}.yaml`, writeFile(file, own, file === 'additions' ? notes : [], schema)] as const];
    }),
  );
}

function writeFile(
  file: ProposalFile,
  proposals: readonly Proposal[],
  notes: readonly string[],
  schema: string,
): string {
  const head = [` yaml-language-server: $schema=${schema}`, ` ${heads[file]}`, ...notes.map((note) => ` ${note}`)];
  const records = file === 'additions' ? proposals.map(alone) : nested(proposals);
  const texts = records.map((record) => formatRecord(record));
  return `${head.map((line) => `#${line}`).join('\n')}\n\n${texts.join('\n')}`;
}

/** A record as it is written, with the proposals that are in it. */
interface Written {
  readonly proposal: Proposal;
  readonly relationships: readonly Proposal[];
}

const alone = (proposal: Proposal): Written => ({ proposal, relationships: [] });

/** Entities with the relationships of which they are the subject; the others by themselves, after them. */
function nested(proposals: readonly Proposal[]): Written[] {
  const entities = proposals.filter(({ record }) => 'id' in record);
  const ids = new Set(entities.map(({ id }) => id));
  const related = proposals.filter(({ record }) => !('id' in record));
  const subjectOf = ({ record }: Proposal): string => textOf(record['subject']) ?? '';
  return [
    ...entities.map((proposal) => ({
      proposal,
      relationships: related.filter((one) => subjectOf(one) === proposal.id),
    })),
    ...related.filter((one) => !ids.has(subjectOf(one))).map(alone),
  ];
}

function formatRecord({ proposal, relationships }: Written): string {
  const { paragraphs, ...record } = proposal.record;
  const own = relationships.map(({ record: { subject: _, ...rest } }) => rest);
  const whole = {
    ...record,
    ...(own.length === 0 ? {} : { relationships: own }),
    ...(paragraphs === undefined ? {} : { paragraphs }),
  };
  const document: Document = new YamlDocument([whole], { version: '1.2' });
  const [item] = isSeq(document.contents) ? document.contents.items : [];
  if (isMap(item)) {
    item.commentBefore = commentOf(proposal);
    const list = item.get('relationships');
    if (isSeq(list))
      for (const [index, node] of list.items.entries()) {
        const one = relationships[index];
        if (one !== undefined && isMap(node)) node.commentBefore = commentOf(one, proposal);
      }
    flow(item);
  }
  return document.toString({ lineWidth: 120, flowCollectionPadding: false });
}

/** A comment of the lines that are not said of the record that it stands in. */
function commentOf({ rule, confidence, candidates, warnings, blanks }: Proposal, whole?: Proposal): string {
  const isSame = whole?.rule === rule && whole.confidence === confidence;
  const lines = [
    ...(isSame ? [] : [`${rule}; confidence ${confidence}`]),
    ...(candidates.length > 0
      ? [`${blanks.length > 0 && whole !== undefined ? 'Perhaps' : 'May be the same as'}: ${candidates.join(', ')}`]
      : []),
    ...warnings.map((warning) => `Warning: ${warning}`),
  ];
  return lines.map((line) => ` ${line.replaceAll('\n', ' ')}`).join('\n');
}

/** Writes what is short on one line, as a person does: names, pieces of evidence, paragraphs, dates with a rule. */
function flow(node: Node): void {
  if (isSeq(node)) {
    const isPlainList = node.items.every((item) => isScalar(item));
    if (isPlainList) node.flow = true;
    for (const item of node.items) if (isMap(item) || isSeq(item)) flow(item);
  } else if (isMap(node)) {
    if (isShort(node.toJSON())) node.flow = true;
    else for (const { value } of node.items) if (isMap(value) || isSeq(value)) flow(value);
  }
}

/** The longest that is written on one line, in characters. */
const longestLine = 105;

function isShort(value: unknown): boolean {
  if (!isPlain(value) || 'id' in value || 'subject' in value || typeOf(value) !== undefined) return false;
  return (
    JSON.stringify(value).length <= longestLine && Object.values(value).every((one) => !isPlain(one) && !isBlank(one))
  );
}

/** The records of proposals, as seed files would have them. */
export const recordsOf = ({ proposals }: Proposals): Plain[] => proposals.map(({ record }) => record);
