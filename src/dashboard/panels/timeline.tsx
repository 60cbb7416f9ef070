/** What happened, in order of time: of one entity, or of all. */
import { graphql } from '../../generated/operations/gql.ts';
import type { TimelineQuery } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { Sources } from '../evidence/sources.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { When } from '../parts/when.tsx';
import { termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';

const TimelineOf = graphql(`
  query Timeline($of: ID, $to: Date, $language: Language!) {
    timeline(of: $of, to: $to, first: 100) {
      pageInfo {
        hasNextPage
      }
      nodes {
        moment
        date {
          ...Day
        }
        entity {
          ...Linked
        }
        relationship {
          id
          object {
            ...Linked
          }
        }
        stage {
          stage
        }
        evidence {
          ...Source
        }
      }
    }
  }
`);

type Entry = TimelineQuery['timeline']['nodes'][number];

const isOwnDate = ({ relationship, stage }: Entry): boolean => relationship === null && stage === null;

/** With a day chosen, only what had happened by then. */
export function Timeline({ of }: { of: string }) {
  const words = useWords();
  const language = useLanguage();
  const to = useAsOf();
  return (
    <Panel
      name="timeline"
      title={words.entity.timeline}
      query={TimelineOf}
      variables={{ of, to, language }}
      // The head of its page says when the entity itself began, ended or happened.
      isEmpty={({ timeline }) => timeline.nodes.every((entry) => entry.entity.id === of && isOwnDate(entry))}
      whenEmpty="hide"
      table={({ timeline }) => ({
        head: ['date', 'moment', 'id', 'kind', 'name'],
        rows: timeline.nodes.map(({ date, moment, entity }) => [
          date.edtf,
          moment,
          entity.id,
          entity.kind,
          entity.name,
        ]),
      })}
    >
      {({ timeline }) => (
        <ol className="timeline">
          {timeline.nodes.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one entity can stand twice on one day
            <Moment key={index} entry={entry} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Moment({ entry: { date, moment, entity, relationship, stage, evidence } }: { entry: Entry }) {
  const words = useWords();
  const fact = relationship?.id ?? `${entity.id}.${stage?.stage ?? moment}`;
  return (
    <li data-kind={entity.kind}>
      <span className="date">
        <When date={date} />
      </span>
      <span>
        <EntityLink entity={entity} />
        {relationship && (
          <>
            {' '}
            · <EntityLink entity={relationship.object} />
          </>
        )}{' '}
        <KindLabel kind={entity.kind} />{' '}
        {moment !== 'HAPPENED' && <small>{termWord(words, stage?.stage ?? moment)}</small>}{' '}
        <Sources fact={fact} of={entity.name} evidence={evidence} />
      </span>
    </li>
  );
}
