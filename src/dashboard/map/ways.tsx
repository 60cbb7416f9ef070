/** The ways between two entities: a sentence and a picture for each, and how the search ended. */
import { Fragment } from 'react';
import { graphql } from '../../generated/operations/gql.ts';
import type { RelationshipType, WaysQuery } from '../../generated/operations/graphql.ts';
import { useAsOf, useChange } from '../address.ts';
import { Sources } from '../evidence/sources.tsx';
import { presenceOn } from '../onDay.ts';
import { cited } from '../panels/cited.ts';
import { Certainty } from '../parts/asOf.tsx';
import { Attributed, attributed } from '../parts/attributed.tsx';
import { EntityLink, type Named } from '../parts/entityLink.tsx';
import { Name } from '../parts/inLanguage.tsx';
import { Panel } from '../parts/panel.tsx';
import { Span } from '../parts/when.tsx';
import { relationshipWord } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { languageOf, useLang, useWords } from '../words.ts';
import { Chain } from './chain.tsx';
import { orNull } from './choice.ts';

const WaysBetween = graphql(`
  query Ways(
    $from: ID!
    $to: ID!
    $types: [RelationshipType!]
    $asOf: Date
    $throughHubs: Boolean
    $language: Language!
  ) {
    paths(from: $from, to: $to, types: $types, asOf: $asOf, throughHubs: $throughHubs, first: 5) {
      outcome
      paths {
        length
        steps {
          label
          direction
          certainty
          entity {
            ...Linked
            ...Began
          }
          relationship {
            ...Said
          }
        }
      }
    }
  }
`);

type Way = WaysQuery['paths']['paths'][number];
type Step = Way['steps'][number];

interface WaysProps {
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly types: readonly RelationshipType[];
  readonly throughHubs: boolean;
}

export function Ways({ from, to, title, types, throughHubs }: WaysProps) {
  const words = useWords();
  const lang = useLang();
  const asOf = useAsOf();
  return (
    <Panel
      onDay
      name="ways"
      title={title}
      query={WaysBetween}
      variables={{ from, to, types: orNull(types), asOf, throughHubs, language: languageOf(lang) }}
      table={({ paths }) => ({
        head: ['way', 'step', 'from', 'relationship', 'to', 'to name', 'certainty', 'according to', 'evidence'],
        rows: waysOn(asOf, paths.paths).flatMap(({ steps }, way) =>
          steps
            .slice(1)
            .map(({ label, entity, certainty, relationship }, index) => [
              way + 1,
              index + 1,
              steps[index]?.entity.id,
              label,
              entity.id,
              entity.name,
              certainty,
              relationship?.accordingTo?.id,
              cited(relationship?.evidence),
            ]),
        ),
      })}
    >
      {({ paths: { outcome, paths: all } }) => {
        const paths = waysOn(asOf, all);
        if (outcome === 'FOUND' && paths.length === 0) return <Outcome outcome="NONE" />;
        return outcome === 'FOUND' ? (
          <>
            <p className="hint" role="status">
              {words.path.ways(paths.length)}
            </p>
            <ol className="found-ways">
              {paths.map((way, index) => (
                <li key={way.steps.map(({ entity, relationship }) => relationship?.id ?? entity.id).join(' ')}>
                  <h3>{words.path.way(index + 1, way.length)}</h3>
                  <Sentence steps={way.steps} />
                  <Chain
                    steps={said(way.steps, words)}
                    label={words.labelled(words.path.picture, spoken(way.steps, words))}
                  />
                </li>
              ))}
            </ol>
          </>
        ) : (
          <Outcome outcome={outcome} />
        );
      }}
    </Panel>
  );
}

/** Those that lead through nothing that came later than the day. */
const waysOn = (day: string | null, ways: readonly Way[]): Way[] =>
  ways.filter(({ steps }) => steps.every(({ entity }) => presenceOn(day, entity) !== 'LATER'));

/** Why there is no way, and what can be done about it. */
function Outcome({ outcome }: { outcome: 'NONE' | 'ONLY_THROUGH_HUBS' | 'GAVE_UP' }) {
  const { path } = useWords();
  const changeAddress = useChange();
  return (
    <div role="status">
      <p>{{ NONE: path.none, ONLY_THROUGH_HUBS: path.onlyHubs, GAVE_UP: path.gaveUp }[outcome]}</p>
      {outcome === 'ONLY_THROUGH_HUBS' && (
        <button type="button" onClick={() => changeAddress({ hubs: '1' })}>
          {path.throughHubs}
        </button>
      )}
    </div>
  );
}

/** The way as one sentence, in which each step has its dates and its sources. */
function Sentence({ steps }: { steps: readonly Step[] }) {
  const words = useWords();
  const hops = said(steps, words);
  return (
    <p className="sentence">
      {steps.map(({ entity, relationship, certainty }, index) => {
        const before = steps[index - 1]?.entity;
        const verb = hops[index]?.verb;
        return (
          <Fragment key={entity.id}>
            {before !== undefined && relationship && (
              <>
                {index > 1 && `, ${words.path.pronoun(before.kind)}`} {verb}{' '}
              </>
            )}
            <EntityLink entity={entity}>
              <Name of={entity}>{hops[index]?.said}</Name>
            </EntityLink>
            {before !== undefined && relationship && (
              <span className="proof">
                {' '}
                <small>
                  <Span from={relationship.validFrom} to={relationship.validTo} />
                </small>{' '}
                <Attributed to={relationship.accordingTo} />
                <Certainty certainty={certainty} />{' '}
                <Sources
                  fact={relationship.id}
                  of={attributed(
                    `${hops[index - 1]?.said} ${verb} ${hops[index]?.said}`,
                    relationship.accordingTo,
                    words,
                  )}
                  evidence={relationship.evidence}
                />
              </span>
            )}
          </Fragment>
        );
      })}
      .
    </p>
  );
}

/** What a picture of a way shows: its entities, and how each was come to. */
export interface Hop extends Named {
  readonly kind: string;
  /** The name as it stands within a sentence. */
  readonly said: string;
  /** Null at the beginning. */
  readonly verb: string | null;
  readonly possible: boolean;
  /** Who says so, where it is told at second hand. */
  readonly accordingTo: Named | null;
}

/** Named by titles, which read as part of the sentence unless they are quoted. */
const titled: readonly string[] = ['CLAIM', 'STATEMENT'];

const said = (steps: readonly Step[], words: Words): Hop[] =>
  steps.map(({ entity, label, direction, certainty, relationship }) => ({
    ...entity,
    said: titled.includes(entity.kind) ? words.quoted(entity.name) : entity.name,
    verb:
      relationship && direction && label !== null
        ? words.path.verb(relationshipWord(words, relationship.type, direction, label))
        : null,
    possible: certainty === 'POSSIBLE',
    accordingTo: relationship?.accordingTo ?? null,
  }));

const spoken = (steps: readonly Step[], words: Words): string =>
  said(steps, words)
    .map(({ said: name, verb, accordingTo }) => attributed([verb, name].filter(Boolean).join(' '), accordingTo, words))
    .join(', ');
