/** What an entity with its parts, or a relationship, was in each version. */
import { Link, useSearchParams } from 'wouter';
import type { HistoryQuery } from '../../generated/operations/graphql.ts';
import { useTo } from '../address.ts';
import type { Change } from '../changes/change.ts';
import { Changes } from '../changes/fact.tsx';
import { ChangesetLine } from '../changes/head.tsx';
import { FactName, useNames, WithNames } from '../changes/names.tsx';
import { History } from '../changes/queries.ts';
import { useChangesWords } from '../changes/said.ts';
import { PageLinks, Shown } from '../parts/pages.tsx';
import { Panel } from '../parts/panel.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { pageArguments, readPlace } from '../place.ts';
import { useQuestion } from '../question.ts';
import '../style/changes.css';

/** How many versions a page has. */
const size = 10;

type Revision = HistoryQuery['history']['nodes'][number];

const changesIn = (revisions: readonly Revision[]): Change[] => revisions.flatMap(({ changes }) => changes);

/** A line for each field that changed. */
const tableOf = ({ history }: HistoryQuery) => ({
  head: ['version', 'at', 'author', 'message', 'sort', 'fact', 'kind', 'field', 'before', 'after'],
  rows: history.nodes.flatMap(({ changeset, changes }) =>
    changes.flatMap(({ sort, fact, kind, fields }) =>
      fields.map(({ field, before, after }) => [
        ...[changeset?.version, changeset?.at, changeset?.author, changeset?.message],
        ...[sort, fact, kind, field, before, after],
      ]),
    ),
  ),
});

export function HistoryPage({ id }: { id: string }) {
  const said = useChangesWords();
  const to = useTo();
  const [parameters] = useSearchParams();
  const place = readPlace(parameters);
  const variables = { id, ...pageArguments(place, size) };
  // The panel asks the same: what is gone is called as its last version was.
  const { data, problem } = useQuestion(History, variables);
  return (
    <div className="page">
      <header className="entity-head">
        <p className="line">
          <Link href={to('/changes')}>{said.title}</Link>
        </p>
        <h1>{said.history}</h1>
        <div className="of">
          {data !== undefined && (
            <WithNames changes={changesIn(data.history.nodes)}>
              <Subject id={id} />
            </WithNames>
          )}
          {problem !== null && <code>{id}</code>}
        </div>
        <p className="hint">{said.historyLead}</p>
      </header>
      <Panel
        onDay={false}
        name="history"
        title={said.versions}
        query={History}
        variables={variables}
        fromStart={{ id, first: size }}
        pageOf={({ history }) => history}
        table={tableOf}
      >
        {({ history }) => (
          <>
            <Shown place={place} page={history} count={said.revisionCount} />
            <WithNames changes={changesIn(history.nodes)}>
              <ol className="changesets">
                {history.nodes.map((revision, index) => (
                  <li key={revision.changeset?.version ?? index}>
                    <RevisionLine revision={revision} />
                  </li>
                ))}
              </ol>
            </WithNames>
            <PageLinks place={place} page={history} size={size} />
          </>
        )}
      </Panel>
    </div>
  );
}

function Subject({ id }: { id: string }) {
  const said = useChangesWords();
  const { facts } = useNames();
  const fact = facts.get(id);
  useTitle(said.historyOf(fact !== undefined && 'name' in fact ? fact.name : id));
  return <FactName id={id} />;
}

function RevisionLine({ revision: { changeset, changes } }: { revision: Revision }) {
  const said = useChangesWords();
  return (
    <>
      {changeset === null ? <h3>{said.fromStart}</h3> : <ChangesetLine head={changeset} />}
      <Changes changes={changes} level={4} />
    </>
  );
}
