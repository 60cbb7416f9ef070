import { Link } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import type { OpenQuery } from '../../generated/operations/graphql.ts';
import { type Parameters, useAsOf, useTo } from '../address.ts';
import { dayWords, type PartialDate } from '../dates.ts';
import { EntityLink, type Named } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { When } from '../parts/when.tsx';
import { useQuestion } from '../question.ts';
import { termWord } from '../vocabulary.ts';
import { languageOf, useLang, useWords } from '../words.ts';

/** The sources say nothing of what came after the newest of them. */
const Newest = graphql(`
  query NewestArticle {
    articles(orderBy: DATE_DESC, first: 1) {
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
  query Open($from: Date, $language: Language!) {
    disputes(filter: { status: [OPEN, TALKS_BROKEN_OFF, TALKS_RESUMING] }, orderBy: DATE_DESC, first: 10) {
      totalCount
      nodes {
        id
        kind
        name(language: $language)
        state
      }
    }
    bargainingRounds(
      filter: { status: [NOTICE_GIVEN, IN_BARGAINING, SUSPENDED, IMPASSE, MEDIATION, CONCILIATION, ARBITRATION] }
      orderBy: DATE_DESC
      first: 10
    ) {
      totalCount
      nodes {
        id
        kind
        name(language: $language)
        state
      }
    }
    legalChallenges(filter: { status: [ANNOUNCED, BEFORE_THE_COURT] }, orderBy: DATE_DESC, first: 10) {
      totalCount
      nodes {
        id
        kind
        name(language: $language)
        state
      }
    }
    deadlines: events(filter: { type: [DEADLINE], from: $from }, orderBy: DATE_ASC, first: 10) {
      totalCount
      nodes {
        id
        kind
        name(language: $language)
        state
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
      name="open"
      title={words.overview.open}
      hint={words.overview.openHint}
      query={OpenThings}
      variables={{ from, language: languageOf(lang) }}
      table={(data) => ({
        head: ['what', 'id', 'name', 'state', 'date'],
        rows: [
          ...[data.disputes, data.bargainingRounds, data.legalChallenges].flatMap(({ nodes }) =>
            nodes.map(({ kind, id, name, state }) => [kind, id, name, state, null]),
          ),
          ...data.deadlines.nodes.map(({ id, name, state, start }) => ['DEADLINE', id, name, state, start?.edtf]),
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
  readonly found: { readonly totalCount: number; readonly nodes: readonly Line[] };
  /** The list that it counts. */
  readonly list: Parameters;
}

type Line = Named & { readonly state: string | null; readonly start?: PartialDate | null };

function OpenColumns({ data, from }: { data: OpenQuery; from: string | null }) {
  const words = useWords();
  const lang = useLang();
  const { overview } = words;
  const columns: readonly Column[] = [
    {
      title: overview.disputes,
      found: data.disputes,
      list: { kinds: 'DISPUTE', status: ['OPEN', 'TALKS_BROKEN_OFF', 'TALKS_RESUMING'] },
    },
    {
      title: overview.rounds,
      found: data.bargainingRounds,
      list: {
        kinds: 'BARGAINING_ROUND',
        status: ['NOTICE_GIVEN', 'IN_BARGAINING', 'SUSPENDED', 'IMPASSE', 'MEDIATION', 'CONCILIATION', 'ARBITRATION'],
      },
    },
    {
      title: overview.challenges,
      found: data.legalChallenges,
      list: { kinds: 'LEGAL_CHALLENGE', status: ['ANNOUNCED', 'BEFORE_THE_COURT'] },
    },
    {
      title: from === null ? overview.deadlines : overview.deadlinesAhead(dayWords(from, lang)),
      found: data.deadlines,
      list: { kinds: 'EVENT', type: 'DEADLINE', from },
    },
  ];
  const to = useTo();
  return (
    <div className="open-columns">
      {columns.map(({ title, found, list }) => (
        <div key={title}>
          <h3>
            <Link href={to('/list', list)}>
              <strong>{found.totalCount}</strong> {title}
            </Link>
          </h3>
          <ul>
            {found.nodes.map((one) => (
              <li key={one.id}>
                <EntityLink entity={one} />
                <small>
                  {one.start ? <When date={one.start} /> : one.state !== null && termWord(words, one.state)}
                </small>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
