/** Deadlines: when, what follows if they pass, whether they can be moved, to when, by whom. */
import { graphql } from '../../generated/operations/gql.ts';
import type { DeadlineLineFragment, DeadlinesQuery } from '../../generated/operations/graphql.ts';
import { Sources } from '../evidence/sources.tsx';
import { Attributed, teller } from '../parts/attributed.tsx';
import { EntityLink } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { Standing } from '../parts/standing.tsx';
import { When } from '../parts/when.tsx';
import { termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { evidenceFor, Fact, Facts, TiesByWay } from './facts.tsx';

export const LineOfDeadline = graphql(`
  fragment DeadlineLine on Event {
    ...Linked
    subtype
    ...Standing
    accordingTo {
      ...Linked
    }
    start {
      ...Day
    }
    consequence
    extension {
      to {
        ...Day
      }
      decidedBy {
        ...Linked
      }
      decisionExpected {
        ...Day
      }
      accordingTo {
        ...Linked
      }
      likelihood
    }
    relationships(types: [SETS], direction: IN, first: 3) {
      pageInfo {
        hasNextPage
      }
      edges {
        ...RelatedEdge
      }
    }
    evidence {
      ...Sources
    }
  }
`);

const DeadlinesOf = graphql(`
  query Deadlines($of: ID!, $language: Language!) {
    entity(id: $of) {
      id
      ... on Event {
        ...DeadlineLine
      }
      ... on BargainingRound {
        deadlines(first: 50) {
          ...DeadlineLine
        }
      }
      ... on Dispute {
        events(first: 50) {
          pageInfo {
            hasNextPage
          }
          nodes {
            ...DeadlineLine
          }
        }
      }
      ... on Legislation {
        set: deadlines(first: 50) {
          pageInfo {
            hasNextPage
          }
          nodes {
            ...DeadlineLine
          }
        }
      }
    }
  }
`);

type Deadline = DeadlineLineFragment;

function deadlinesOf(entity: DeadlinesQuery['entity']): readonly Deadline[] {
  if (entity === null) return [];
  const events =
    'deadlines' in entity
      ? entity.deadlines
      : 'events' in entity
        ? entity.events.nodes
        : 'set' in entity
          ? entity.set.nodes
          : 'consequence' in entity
            ? [entity]
            : [];
  const day = ({ start }: Deadline): string => start?.latest ?? start?.earliest ?? '9999';
  return events.filter(({ subtype }) => subtype === 'DEADLINE').toSorted((a, b) => (day(a) < day(b) ? -1 : 1));
}

export function Deadlines({ id }: { id: string }) {
  const words = useWords();
  return (
    <Panel
      onDay={false}
      name="deadlines"
      title={words.story.deadlines}
      query={DeadlinesOf}
      variables={{ of: id, language: useLanguage() }}
      isEmpty={({ entity }) => deadlinesOf(entity).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: [
          'id',
          'date',
          'status',
          'consequence',
          'extension',
          'decided by',
          'decision expected',
          'decision likelihood',
          'decision according to',
          'according to',
          'evidence',
        ],
        rows: deadlinesOf(entity).map((deadline) => [
          ...[deadline.id, deadline.start?.edtf, deadline.statusCode, deadline.consequence],
          ...[deadline.extension?.to?.edtf, deadline.extension?.decidedBy?.id],
          ...[deadline.extension?.decisionExpected?.edtf, deadline.extension?.likelihood],
          ...[deadline.extension?.accordingTo?.id, teller(deadline)?.id, cited(deadline.evidence)],
        ]),
      })}
    >
      {({ entity }) => (
        <ol className="deadlines">
          {deadlinesOf(entity).map((deadline) => (
            <li key={deadline.id}>
              <Line deadline={deadline} linked={deadline.id !== id} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Line({ deadline, linked }: { deadline: Deadline; linked: boolean }) {
  const words = useWords();
  const { id, name, start, consequence, extension, relationships, evidence } = deadline;
  const { story } = words;
  const sources = (of: string, ...attributes: string[]) => (
    <Sources
      fact={`${id}.${attributes[0]}`}
      of={words.labelled(name, of)}
      evidence={evidenceFor(evidence, ...attributes)}
    />
  );
  const decision = extension?.decidedBy ?? extension?.decisionExpected;
  return (
    <>
      <h3>
        <When date={start} /> {sources(words.story.deadlines, 'start')}
      </h3>
      <p>
        {linked && <EntityLink entity={deadline} />} <Standing of={deadline} /> <Attributed to={teller(deadline)} />
      </p>
      <Facts>
        {consequence !== null && (
          <Fact name={story.consequence}>
            {consequence} {sources(story.consequence, 'consequence')}
          </Fact>
        )}
        {extension?.to && (
          <Fact name={story.extendedTo}>
            <When date={extension.to} /> {sources(story.extendedTo, 'extensionTo')}
          </Fact>
        )}
        {extension && decision && (
          <Fact name={story.decision}>
            {extension.decidedBy && (
              <>
                {story.decidedBy} <EntityLink entity={extension.decidedBy} />{' '}
                {sources(story.decidedBy, 'extensionDecidedBy')}{' '}
              </>
            )}
            {extension.decisionExpected && (
              <span className="expected">
                {story.decisionExpected} <When date={extension.decisionExpected} />{' '}
                {sources(story.decisionExpected, 'extensionDecisionExpected')}
              </span>
            )}{' '}
            {extension.likelihood && <small>{termWord(words, extension.likelihood)}</small>}{' '}
            <Attributed to={extension.accordingTo} />
          </Fact>
        )}
        <TiesByWay edges={relationships.edges} />
      </Facts>
    </>
  );
}
