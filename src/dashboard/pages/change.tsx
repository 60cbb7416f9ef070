/** One changeset: who, when, why, and fact by fact what it did. */
import { Link, useSearchParams } from 'wouter';
import { useTo } from '../address.ts';
import type { Head } from '../changes/change.ts';
import { Changes } from '../changes/fact.tsx';
import { Time, Undone, useReason } from '../changes/head.tsx';
import { WithNames } from '../changes/names.tsx';
import { FactsOfChangeset, OneChangeset } from '../changes/queries.ts';
import { useChangesWords } from '../changes/said.ts';
import { Fact, Facts } from '../panels/facts.tsx';
import { PageLinks, Shown } from '../parts/pages.tsx';
import { Answer, Panel } from '../parts/panel.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { pageArguments, readPlace } from '../place.ts';
import { useQuestion } from '../question.ts';
import '../style/changes.css';

/** How many facts a page has: the names of all that they mention are asked for at once. */
const size = 20;

export function ChangePage({ version }: { version: number }) {
  const said = useChangesWords();
  const isVersion = Number.isInteger(version) && version < 2 ** 31;
  const question = useQuestion(OneChangeset, { version }, !isVersion);
  useTitle(said.version(version));
  if (!isVersion || question.data?.changeset === null) {
    return (
      <div className="page">
        <h1>{said.unknown}</h1>
        <p>{said.unknownHint}</p>
      </div>
    );
  }
  return (
    <div className="page">
      <Answer question={question}>{({ changeset }) => changeset && <About head={changeset} />}</Answer>
      <FactsPanel version={version} />
    </div>
  );
}

function About({ head }: { head: Head }) {
  const said = useChangesWords();
  const to = useTo();
  const { version, origin, author, at } = head;
  return (
    <header className="entity-head">
      <p className="line">
        <Link href={to('/changes')}>{said.title}</Link>
        <span>{said.version(version)}</span>
      </p>
      <h1>{useReason(head)}</h1>
      <Facts across>
        <Fact name={said.when}>
          <Time at={at} />
        </Fact>
        <Fact name={said.who}>
          <bdi>{author}</bdi>
        </Fact>
        <Fact name={said.how}>{said.origins[origin]}</Fact>
      </Facts>
      <Undone head={head} />
      <p className="ways">
        <Link href={to('/', { knownAt: String(version) })}>{said.asAfter}</Link>
        {version > 1 && <Link href={to('/', { knownAt: String(version - 1) })}>{said.asBefore}</Link>}
      </p>
    </header>
  );
}

function FactsPanel({ version }: { version: number }) {
  const said = useChangesWords();
  const [parameters] = useSearchParams();
  const place = readPlace(parameters);
  return (
    <Panel
      onDay={false}
      name="facts"
      title={said.facts}
      query={FactsOfChangeset}
      variables={{ version, ...pageArguments(place, size) }}
      fromStart={{ version, first: size }}
      pageOf={({ changeset }) => changeset?.changes}
      isEmpty={({ changeset }) => changeset?.changes.nodes.length === 0}
      whenEmpty={said.noFacts}
      table={({ changeset }) => ({
        head: ['sort', 'fact', 'kind', 'of', 'field', 'before', 'after'],
        rows: (changeset?.changes.nodes ?? []).flatMap(({ sort, fact, kind, of, fields }) =>
          fields.map(({ field, before, after }) => [sort, fact, kind, of, field, before, after]),
        ),
      })}
    >
      {({ changeset }) =>
        changeset && (
          <>
            <Shown place={place} page={changeset.changes} count={said.factCount} />
            <WithNames changes={changeset.changes.nodes}>
              <Changes changes={changeset.changes.nodes} />
            </WithNames>
            <PageLinks place={place} page={changeset.changes} size={size} />
          </>
        )
      }
    </Panel>
  );
}
