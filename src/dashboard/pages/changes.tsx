/** What changed in the graph, the last first: all of it, or what was corrected. */
import { Link, useSearchParams } from 'wouter';
import { useTo } from '../address.ts';
import { CorrectionsPanel } from '../changes/corrections.tsx';
import { ChangesetLine } from '../changes/head.tsx';
import { Changesets } from '../changes/queries.ts';
import { useChangesWords } from '../changes/said.ts';
import { PageLinks, Shown } from '../parts/pages.tsx';
import { Panel } from '../parts/panel.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { type Place, pageArguments, readPlace } from '../place.ts';
import '../style/changes.css';

/** How many changesets a page has. */
const size = 25;

export function ChangesPage() {
  const said = useChangesWords();
  const to = useTo();
  const [parameters] = useSearchParams();
  const corrections = parameters.get('view') === 'corrections';
  const place = readPlace(parameters);
  useTitle(corrections ? said.corrections : said.title);
  return (
    <div className="page">
      <div className="lead">
        <h1>{said.title}</h1>
        <p>{said.lead}</p>
      </div>
      <nav className="views" aria-label={said.pages}>
        <Link href={to('/changes')} aria-current={corrections ? undefined : 'page'}>
          {said.all}
        </Link>
        <Link href={to('/changes', { view: 'corrections' })} aria-current={corrections ? 'page' : undefined}>
          {said.corrections}
        </Link>
      </nav>
      {corrections ? <CorrectionsPanel place={place} /> : <AllChanges place={place} />}
    </div>
  );
}

function AllChanges({ place }: { place: Place }) {
  const said = useChangesWords();
  return (
    <Panel
      onDay={false}
      name="changes"
      title={said.all}
      query={Changesets}
      variables={pageArguments(place, size)}
      fromStart={{ first: size }}
      pageOf={({ changesets }) => changesets}
      isEmpty={({ changesets }) => changesets.nodes.length === 0}
      whenEmpty={said.none}
      table={({ changesets }) => ({
        head: ['version', 'at', 'author', 'message', 'origin', 'reverts'],
        rows: changesets.nodes.map(({ version, at, author, message, origin, reverts }) => [
          ...[version, at, author, message, origin, reverts?.version],
        ]),
      })}
    >
      {({ changesets }) => (
        <>
          <Shown place={place} page={changesets} count={said.count} />
          <ol className="changesets">
            {changesets.nodes.map((head) => (
              <li key={head.version}>
                <ChangesetLine head={head} />
              </li>
            ))}
          </ol>
          <PageLinks place={place} page={changesets} size={size} />
        </>
      )}
    </Panel>
  );
}
