/** What happened to a fact: which one it is, and field by field what it was and became. */
import { KindLabel } from '../parts/entityLink.tsx';
import { capital } from '../vocabulary.ts';
import { useWords } from '../words.ts';
import type { Change } from './change.ts';
import { FactName, useNames } from './names.tsx';
import { fieldWord, useChangesWords } from './said.ts';
import { Value } from './values.tsx';

/** @param level of the headings, below that of what the changes stand in */
export function Changes({ changes, level = 3 }: { changes: readonly Change[]; level?: 3 | 4 }) {
  return (
    <ol className="fact-changes">
      {changes.map((change) => (
        <li key={`${change.sort} ${change.fact}`} data-change={change.kind}>
          <WhichFact change={change} level={level} />
          <Fields change={change} />
        </li>
      ))}
    </ol>
  );
}

/** `Changed  Public Service Alliance of Canada  union`. */
function WhichFact({ change, level }: { change: Change; level: 3 | 4 }) {
  const said = useChangesWords();
  const Heading = `h${level}` as const;
  return (
    <Heading>
      <span className="status">{said.kinds[change.kind]}</span> <Which change={change} />
    </Heading>
  );
}

/** The fact in words, linked. */
export function Which({ change: { sort, fact, of } }: { change: Change }) {
  const said = useChangesWords();
  const { facts } = useNames();
  const entity = facts.get(fact);
  if (sort === 'ENTITY') {
    return (
      <>
        <FactName id={fact} /> {entity !== undefined && 'kind' in entity && <KindLabel kind={entity.kind} />}
      </>
    );
  }
  if (sort === 'RELATIONSHIP') {
    return (
      <>
        <FactName id={fact} /> <span className="kind">{said.sorts[sort]}</span>
      </>
    );
  }
  // What a paragraph is a part of, and what a source is for, is named; they have no names.
  const named = sort === 'EVIDENCE' || sort === 'PARAGRAPH' || !facts.has(fact) ? of : fact;
  return (
    <>
      <span className="sort">{said.sorts[sort]}</span> <FactName id={named} />
      {sort === 'PARAGRAPH' && `, ${said.paragraph(fact.split(' ').at(-1) ?? '')}`}
    </>
  );
}

/** What a relationship is called by. */
const ends = ['subjectId', 'type', 'objectId'];

/** Not what is in the fact's name already, nor where it stands in an order, unless that is what changed. */
const toldFields = ({ sort, kind, of, fields }: Change): Change['fields'] =>
  kind === 'CHANGED'
    ? fields
    : fields.filter(
        ({ field, before, after }) =>
          !(field === 'ordinal' || field === 'kind' || (after ?? before) === of) &&
          !(sort === 'RELATIONSHIP' && ends.includes(field)),
      );

function Fields({ change }: { change: Change }) {
  const words = useWords();
  const said = useChangesWords();
  if (change.fields.length === 0) return <p className="hint">{said.derived}</p>;
  return (
    <dl className="fields">
      {toldFields(change).map(({ field, before, after }) => (
        <div key={field}>
          <dt>{capital(fieldWord(field, words, said))}</dt>
          {change.kind !== 'ADDED' && (
            <dd className="before">
              <small>{said.before}</small> <Value change={change} field={field} value={before} />
            </dd>
          )}
          {change.kind !== 'REMOVED' && (
            <dd className="after">
              <small>{said.after}</small> <Value change={change} field={field} value={after} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
