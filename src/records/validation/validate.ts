/** Turns what the files hold into checked records. */

import { blankProblems, withoutThoseOfBlanks } from '../blanks.ts';
import { checkCoherence, type Edge } from './coherence.ts';
import { readEntity } from './entity.ts';
import type { Context, Expected } from './fields.ts';
import { checkForbidden } from './forbidden.ts';
import { checkIdentifiers } from './identifiers.ts';
import type { Node, Source } from './node.ts';
import { formatPlace, type Place, type Problem } from './problem.ts';
import type { EntityRecord, Records, RelationshipRecord } from './records.ts';
import { type Register, registerOf } from './register.ts';
import { readRelationships, readRelationshipsOf } from './relationship.ts';
import { withTellers } from './tellers.ts';

interface Validation {
  /** Those without a mistake of their own. */
  readonly records: Records;
  /** Every mistake of the files, in no order. */
  readonly problems: readonly Problem[];
  /** What must stand in the articles' texts, of every piece of evidence that could be read. */
  readonly expected: readonly Expected[];
}

/** What the graph holds beside the records, and is not read again. */
export interface Known {
  readonly register: Register;
  /** The passages that facts stand in, such as `cbc-2015-05-12/14`. */
  readonly cited: ReadonlyMap<string, Place>;
  /** Relationships of which no record is known, as far as their ends. */
  readonly unread?: readonly Edge[];
}

/**
 * Checks the records of all files against the registry and against each other.
 * @param known what they may name beside each other.
 */
export function validate(source: Source, known: Known = { register: new Map(), cited: new Map() }): Validation {
  const problems = [...source.problems];
  const report = (place: Place, message: string) => void problems.push({ ...place, message });
  const cited = new Map(known.cited);
  const expected: Expected[] = [];
  const context: Context = {
    report,
    register: new Map([...known.register, ...registerOf([...source.records, ...source.broken], report)]),
    cite: (articleId, paragraph, place) => void cited.set(`${articleId}/${paragraph}`, place),
    expect: (cues) => void expected.push(cues),
  };
  const records = withTellers(readRecords(source.records, context));
  checkCoherence(records, report, known.unread);
  checkForbidden(records, report);
  checkIdentifiers(records.entities, report);
  // A file that cannot be read hides facts, so nothing can be said of what paragraphs lack.
  if (source.broken.length === 0 && source.problems.length === 0) checkPassages(records.entities, cited, report);
  const blanks = blankProblems(source.records);
  return { records, problems: [...blanks, ...withoutThoseOfBlanks(problems, blanks)], expected };
}

/** Reads records, without a look at each other. */
export function readRecords(nodes: readonly Node[], context: Context): Records {
  const entities: EntityRecord[] = [];
  const relationships: RelationshipRecord[] = [];
  for (const node of nodes) {
    if (node.type === 'mapping' && node.entries.has('subject')) {
      relationships.push(...(readRelationships(node, undefined, context) ?? []));
    } else {
      const entity = readEntity(node, context);
      if (entity !== undefined) entities.push(entity);
      relationships.push(...readRelationshipsOf(node, context));
    }
  }
  return { entities, relationships };
}

/** A paragraph carries a fact or says why it carries none, and never both. */
function checkPassages(
  entities: readonly EntityRecord[],
  cited: ReadonlyMap<string, Place>,
  report: Context['report'],
): void {
  for (const { id, paragraphs } of entities) {
    for (const [index, { place, role, without }] of paragraphs.entries()) {
      const passage = `${id}/${index + 1}`;
      const fact = cited.get(passage);
      if (fact && without !== null) {
        report(place, `${passage} is without facts, and yet one stands at ${formatPlace(fact)}`);
      } else if (!fact && without === null && (role === 'BODY' || role === 'CAPTION')) {
        report(place, `${passage} carries no fact; add one, or say why: "without: …"`);
      }
    }
  }
}
