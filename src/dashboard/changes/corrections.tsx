/** What was corrected, as a newspaper prints it: what we said until when, what it is, and why. */
import type { CorrectionsQuery } from '../../generated/operations/graphql.ts';
import { momentWords } from '../dates.ts';
import { PageLinks } from '../parts/pages.tsx';
import { Panel } from '../parts/panel.tsx';
import { type Place, pageArguments } from '../place.ts';
import { capital } from '../vocabulary.ts';
import { useLang, useWords } from '../words.ts';
import type { Change } from './change.ts';
import { Which } from './fact.tsx';
import { useReason, VersionLink } from './head.tsx';
import { WithNames } from './names.tsx';
import { Corrections } from './queries.ts';
import { fieldWord, useChangesWords } from './said.ts';
import { Value } from './values.tsx';
import { isText } from './valueWords.ts';

type Changeset = CorrectionsQuery['changesets']['nodes'][number];

/** How many changesets a page looks through. */
const size = 20;

/** What a reader would call a correction, and not how or in which order it is kept. */
const isSaid = ({ field }: Change['fields'][number]): boolean => !/Basis$|^ordinal$/.test(field);

/** The facts that a changeset changed: what came or went was not said otherwise before. */
const correctedIn = ({ changes }: Changeset): Change[] =>
  changes.nodes
    .filter(({ kind }) => kind === 'CHANGED')
    .map((change) => ({ ...change, fields: change.fields.filter(isSaid) }))
    .filter(({ fields }) => fields.length > 0);

const isCut = ({ changes }: Changeset): boolean => changes.count > changes.nodes.length;

/** Those in which something was corrected, or of which it cannot be told. Before the first version nothing was said. */
const shownOf = (nodes: readonly Changeset[]): Changeset[] =>
  nodes.filter((one) => one.version > 1 && (correctedIn(one).length > 0 || isCut(one)));

export function CorrectionsPanel({ place }: { place: Place }) {
  const said = useChangesWords();
  return (
    <Panel
      onDay={false}
      name="corrections"
      title={said.corrections}
      hint={said.correctionsLead}
      query={Corrections}
      variables={pageArguments(place, size)}
      fromStart={{ first: size }}
      pageOf={({ changesets }) => changesets}
      isEmpty={({ changesets }) => changesets.nodes.length === 0}
      whenEmpty={said.noCorrections}
      table={({ changesets }) => ({
        head: ['version', 'at', 'author', 'message', 'sort', 'fact', 'field', 'before', 'after'],
        rows: changesets.nodes.flatMap((one) =>
          correctedIn(one).flatMap(({ sort, fact, fields }) =>
            fields.map(({ field, before, after }) => [
              ...[one.version, one.at, one.author, one.message, sort, fact, field, before, after],
            ]),
          ),
        ),
      })}
    >
      {({ changesets }) => (
        <>
          <WithNames changes={changesets.nodes.flatMap(correctedIn)}>
            {shownOf(changesets.nodes).length === 0 && <p className="empty">{said.noCorrections}</p>}
            <ol className="corrections">
              {shownOf(changesets.nodes).map((one) => (
                <li key={one.version}>
                  <CorrectionsOf changeset={one} />
                </li>
              ))}
            </ol>
          </WithNames>
          <PageLinks place={place} page={changesets} size={size} />
        </>
      )}
    </Panel>
  );
}

function CorrectionsOf({ changeset }: { changeset: Changeset }) {
  const said = useChangesWords();
  const day = momentWords(changeset.at, useLang());
  const reason = useReason(changeset);
  const { count, nodes } = changeset.changes;
  const corrected = correctedIn(changeset);
  return (
    <>
      <h3>
        {corrected.length > 0 ? said.onDay(day) : said.notAll(day)}{' '}
        <small>
          <VersionLink version={changeset.version} />
        </small>
      </h3>
      {corrected.map((change) => (
        <div key={`${change.sort} ${change.fact}`} className="correction">
          <p>
            <Which change={change} />
          </p>
          {change.fields.map((field) => (
            <Correction key={field.field} change={change} field={field} day={day} />
          ))}
        </div>
      ))}
      <p className="reason">{said.because(reason)}</p>
      {isCut(changeset) && <p className="hint">{said.looked(nodes.length, count)}</p>}
    </>
  );
}

/** "Summary: Until November 24, 2026, we said “A union”; it is “A trade union”." */
function Correction({ change, field, day }: { change: Change; field: Change['fields'][number]; day: string }) {
  const words = useWords();
  const said = useChangesWords();
  const { before, after } = field;
  return (
    <p>
      <strong>{words.labelled(capital(fieldWord(field.field, words, said)), '')}</strong>
      {before === null ? said.weDidNotSay(day) : said.weSaid(day)}{' '}
      {before !== null && <InSentence change={change} field={field.field} value={before} />}
      {before !== null && (after === null ? said.weNoLongerSay : said.itIs)}
      {after !== null && (
        <>
          {' '}
          <InSentence change={change} field={field.field} value={after} />
        </>
      )}
      .
    </p>
  );
}

/** A value as a sentence takes it: a text is quoted, and its full stop is the sentence's. */
function InSentence({ change, field, value }: { change: Change; field: string; value: string }) {
  if (!isText(field)) return <Value change={change} field={field} value={value} />;
  return (
    <q>
      <Value change={change} field={field} value={value.replace(/\.$/, '')} />
    </q>
  );
}
