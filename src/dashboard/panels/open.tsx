import { Link } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import type { OpenQuery, StandingFragment } from '../../generated/operations/graphql.ts';
import { type Parameters, useAsOf, useTo } from '../address.ts';
import { dayWords, type PartialDate } from '../dates.ts';
import { presenceOn } from '../onDay.ts';
import { Certainty } from '../parts/asOf.tsx';
import { Attributed, type Told, teller } from '../parts/attributed.tsx';
import { EntityLink, type Named } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { lastReport, Standing } from '../parts/standing.tsx';
import { When } from '../parts/when.tsx';
import { useQuestion } from '../question.ts';
import { languageOf, useLang, useWords } from '../words.ts';

/** The sources say nothing of what came after the newest of them. */
const Newest = graphql(`
  query NewestArticle {
    articles(orderBy: { field: DATE, direction: DESC }, first: 1) {
      nodes {
        published {
          edtf
          latest
        }
      }
    }
  }
`);

const OpenThings = graphql(`
  query Open($from: Date, $asOf: Date, $undated: Undated, $language: Language!) {
    disputes(
      filter: { statuses: [OPEN, TALKS_BROKEN_OFF, TALKS_RESUMING], to: $asOf, undated: $undated }
      orderBy: { field: DATE, direction: DESC }
      first: 10
    ) {
      totalCount
      undatedCount
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        kind
        name(language: $language)
        nameLanguage(language: $language)
        ...Standing
        ...Told
        ...Began
      }
    }
    bargainingRounds(
      filter: { statuses: [NOTICE_GIVEN, IN_BARGAINING, SUSPENDED, IMPASSE, MEDIATION, CONCILIATION, ARBITRATION], to: $asOf, undated: $undated }
      orderBy: { field: DATE, direction: DESC }
      first: 10
    ) {
      totalCount
      undatedCount
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        kind
        name(language: $language)
        nameLanguage(language: $language)
        ...Standing
        ...Told
        ...Began
      }
    }
    legalChallenges(
      filter: { statuses: [ANNOUNCED, BEFORE_THE_COURT], to: $asOf, undated: $undated }
      orderBy: { field: DATE, direction: DESC }
      first: 10
    ) {
      totalCount
      undatedCount
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        kind
        name(language: $language)
        nameLanguage(language: $language)
        ...Standing
        ...Told
        ...Began
      }
    }
    deadlines: events(
      filter: { types: [DEADLINE], from: $from, undated: EXCLUDE }
      orderBy: { field: DATE }
      first: 10
    ) {
      totalCount
      undatedCount
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        kind
        name(language: $language)
        nameLanguage(language: $language)
        ...Standing
        ...Told
        ...Began
        start {
          ...Day
        }
      }
    }
  }
`);

/** Disputes, rounds and cases that are not over, and the deadlines ahead of the chosen day. */
export function Open() {
  const words = useWords();
  const lang = useLang();
  const asOf = useAsOf();
  const newest = useQuestion(Newest, {}, asOf !== null);
  const from = asOf ?? newest.data?.articles.nodes[0]?.published?.latest ?? null;
  return (
    <Panel
      onDay
      name="open"
      title={words.overview.open}
      hint={words.overview.openHint}
      query={OpenThings}
      variables={{ from, asOf, undated: asOf === null ? null : 'EXCLUDE', language: languageOf(lang) }}
      table={(data) => ({
        head: ['what', 'id', 'name', 'status', 'last reported', 'date', 'according to'],
        rows: [
          ...[data.disputes, data.bargainingRounds, data.legalChallenges].flatMap(({ nodes }) =>
            nodes.map((one) => [
              ...[one.kind, one.id, one.name, one.statusCode, lastReport(one, words, lang)],
              null,
              null,
            ]),
          ),
          ...data.deadlines.nodes.map((one) => [
            ...['DEADLINE', one.id, one.name, one.statusCode, lastReport(one, words, lang)],
            ...[one.start?.edtf, teller(one)?.id],
          ]),
        ],
      })}
      className="wide"
    >
      {(data) => <OpenColumns data={data} from={from} />}
    </Panel>
  );
}

interface Column {
  readonly title: string;
  readonly found: {
    readonly totalCount: number;
    readonly undatedCount: number | null;
    readonly nodes: readonly Line[];
  };
  /** The list that it counts. */
  readonly list: Parameters;
}

type Line = Named & StandingFragment & Told & { readonly start?: PartialDate | null };

function OpenColumns({ data, from }: { data: OpenQuery; from: string | null }) {
  const words = useWords();
  const lang = useLang();
  const { overview } = words;
  const columns: readonly Column[] = [
    {
      title: overview.disputes,
      found: data.disputes,
      list: { kinds: 'DISPUTE', statuses: ['OPEN', 'TALKS_BROKEN_OFF', 'TALKS_RESUMING'] },
    },
    {
      title: overview.rounds,
      found: data.bargainingRounds,
      list: {
        kinds: 'BARGAINING_ROUND',
        statuses: ['NOTICE_GIVEN', 'IN_BARGAINING', 'SUSPENDED', 'IMPASSE', 'MEDIATION', 'CONCILIATION', 'ARBITRATION'],
      },
    },
    {
      title: overview.challenges,
      found: data.legalChallenges,
      list: { kinds: 'LEGAL_CHALLENGE', statuses: ['ANNOUNCED', 'BEFORE_THE_COURT'] },
    },
    {
      title: from === null ? overview.deadlines : overview.deadlinesAhead(dayWords(from, lang)),
      found: data.deadlines,
      list: { kinds: 'EVENT', types: 'DEADLINE', from },
    },
  ];
  return (
    <div className="open-columns">
      {columns.map((column) => (
        <OpenColumn key={column.title} column={column} />
      ))}
    </div>
  );
}

function OpenColumn({ column: { title, found, list } }: { column: Column }) {
  const words = useWords();
  const to = useTo();
  const asOf = useAsOf();
  return (
    <div>
      <h3>
        <Link
          href={to('/list', {
            ...list,
            ...(asOf !== null && !('from' in list) && { to: asOf }),
            ...(asOf !== null || 'from' in list ? { undated: 'EXCLUDE' } : {}),
          })}
        >
          <strong>{found.totalCount}</strong> {title}
        </Link>
      </h3>
      {asOf !== null && (found.undatedCount ?? 0) > 0 && (
        <p className="undated">
          <Link href={to('/list', { ...list, undated: 'ONLY' })}>{words.asOf.undated(found.undatedCount ?? 0)}</Link>
        </p>
      )}
      <ul>
        {found.nodes.map((one) => (
          <li key={one.id}>
            <EntityLink entity={one} />
            <small>
              {one.kind === 'EVENT' && one.start && <When date={one.start} />}{' '}
              <Certainty certainty={one.kind !== 'EVENT' && presenceOn(asOf, one) === 'UNDATED' ? 'POSSIBLE' : null} />{' '}
              <Standing of={one} /> <Attributed to={teller(one)} />
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}
