/** A claim with who stands behind it and who against it: every statement of theirs, each with its sources. */
import type { ReactNode } from 'react';
import { graphql } from '../../generated/operations/gql.ts';
import type { AttributedFragment, ClaimSidesFragment, RebuttalFragment } from '../../generated/operations/graphql.ts';
import { amountWords, givenWords } from '../amounts.ts';
import { Sources } from '../evidence/sources.tsx';
import { certaintyOf } from '../onDay.ts';
import { Certainty } from '../parts/asOf.tsx';
import { Attributed, attributed } from '../parts/attributed.tsx';
import { EntityLink } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import { usePanelDay } from '../parts/panelContext.ts';
import { lengthOf } from '../truncation.ts';
import type { Words } from '../words/words.ts';
import { type Lang, useLang, useWords } from '../words.ts';

export const AttributionOfClaim = graphql(`
  fragment Attributed on Attribution {
    actor {
      ...Linked
    }
    sayings {
      statement {
        ...Linked
        summary
        start {
          earliest
          latest
        }
      }
      accordingTo {
        ...Linked
      }
      relationship {
        id
      }
      evidence {
        ...Sources
      }
    }
  }
`);

export const RebuttalOfClaim = graphql(`
  fragment Rebuttal on ClaimEdge {
    node {
      ...Linked
      ...Began
      proposition
    }
    relationship {
      id
      accordingTo {
        ...Linked
      }
      evidence {
        ...Sources
      }
    }
  }
`);

export const SidesOfClaim = graphql(`
  fragment ClaimSides on Claim {
    ...Linked
    proposition
    contested
    figure {
      measure
      value
      fraction
      low
      high
      unit
      period
      approximation
    }
    evidence {
      ...Sources
    }
    assertedBy {
      ...Attributed
    }
    supportedBy {
      ...Attributed
    }
    disputedBy {
      ...Attributed
    }
    deniedBy {
      ...Attributed
    }
    qualifiedBy {
      ...Attributed
    }
    answers(first: 5) {
      totalCount
      pageInfo {
        hasNextPage
      }
      edges {
        ...Rebuttal
      }
    }
    answeredBy(first: 5) {
      totalCount
      pageInfo {
        hasNextPage
      }
      edges {
        ...Rebuttal
      }
    }
  }
`);

type Claim = ClaimSidesFragment;

/** `$900 million`, `about 67%`, `10 – 20 days`; a figure whose number nobody tells is not stated. */
function figureWords(figure: NonNullable<Claim['figure']>, words: Words, lang: Lang): string {
  const { value, low, high, unit } = figure;
  if (value === null && low === null && high === null) return words.story.notStated;
  const say = (value: number | null): string => (value === null ? '…' : amountWords(value, unit, words, lang));
  return givenWords(figure, words, lang) ?? `${say(low)} – ${say(high)}`;
}

export function Figure({ claim }: { claim: Claim }) {
  const words = useWords();
  const lang = useLang();
  const { figure, evidence, id, name } = claim;
  if (figure === null) return null;
  return (
    <p className="figure">
      <strong>{figureWords(figure, words, lang)}</strong>{' '}
      <Sources fact={`${id}.figure`} of={words.labelled(name, figureWords(figure, words, lang))} evidence={evidence} />
      <small>
        <OurWords>{[figure.measure, figure.period].filter((word) => word !== null).join(' · ')}</OurWords>
      </small>
    </p>
  );
}

/** Left who stands behind a claim, right who against it. `head`: what stands above who asserts it. */
export function ClaimSides({ claim, head }: { claim: Claim; head: ReactNode }) {
  const { story } = useWords();
  return (
    <div className="claim-sides">
      <div className="behind">
        {head}
        <Attributions title={story.asserted} claim={claim} of={claim.assertedBy} />
        <Attributions title={story.supported} claim={claim} of={claim.supportedBy} />
      </div>
      <div className="against">
        {claim.contested ? (
          <>
            <Attributions title={story.disputed} claim={claim} of={claim.disputedBy} />
            <Attributions title={story.denied} claim={claim} of={claim.deniedBy} />
            <Attributions title={story.qualified} claim={claim} of={claim.qualifiedBy} />
            <Rebuttals title={story.answeredBy} claim={claim} edges={claim.answeredBy.edges} />
            <Rebuttals title={story.answers} claim={claim} edges={claim.answers.edges} />
          </>
        ) : (
          <p className="empty">{story.unanswered}</p>
        )}
      </div>
    </div>
  );
}

/** Who says so, with every statement that does; an actor may also be credited at large. */
function Attributions({ title, claim, of }: { title: string; claim: Claim; of: readonly AttributedFragment[] }) {
  const words = useWords();
  const day = usePanelDay();
  if (of.length === 0) return null;
  const said = (who: string): string => words.labelled(claim.name, `${title} ${who}`);
  return (
    <dl className="attributions">
      <dt>
        {title} <Shown of={of} />
      </dt>
      {of.map(({ actor, sayings }) => (
        <dd key={sayings[0]?.relationship.id}>
          {actor && <EntityLink entity={actor} />}{' '}
          {sayings
            .filter(({ statement }) => statement === null)
            .map(({ relationship, accordingTo, evidence }) => (
              <span key={relationship.id}>
                <Attributed to={accordingTo} />
                <Certainty certainty={day === null || wasSaid(day, sayings) ? null : 'POSSIBLE'} />
                <Sources fact={relationship.id} of={said(actor?.name ?? '')} evidence={evidence} />{' '}
              </span>
            ))}
          {sayings.map(({ relationship, statement, accordingTo, evidence }) =>
            statement === null ? null : (
              <p key={relationship.id} className="wording">
                <EntityLink entity={statement}>
                  <OurWords>{statement.summary}</OurWords>
                </EntityLink>{' '}
                <Attributed to={accordingTo} />
                <Certainty certainty={certaintyOf(day, statement)} />
                <Sources fact={relationship.id} of={said(statement.name)} evidence={evidence} />
              </p>
            ),
          )}
          <Shown of={sayings} />
        </dd>
      ))}
    </dl>
  );
}

/** Whether one of the statements was made by the day: then so was what is credited at large. */
const wasSaid = (day: string, sayings: AttributedFragment['sayings']): boolean =>
  sayings.some(({ statement }) => statement !== null && certaintyOf(day, statement) === 'CERTAIN');

/** How many of a list are shown, where it was cut. */
function Shown({ of }: { of: readonly unknown[] }) {
  const { truncated } = useWords();
  const all = lengthOf(of);
  if (all === of.length) return null;
  return <small className="hint">{truncated.shown(of.length, Number.isFinite(all) ? all : null)}</small>;
}

/** Claims that stand against it, or that it stands against. */
function Rebuttals({ title, claim, edges }: { title: string; claim: Claim; edges: readonly RebuttalFragment[] }) {
  const words = useWords();
  if (edges.length === 0) return null;
  return (
    <dl className="attributions">
      <dt>{title}</dt>
      {edges.map(({ node, relationship }) => (
        <dd key={node.id}>
          <EntityLink entity={node} /> <Attributed to={relationship?.accordingTo} />
          {relationship && (
            <Sources
              fact={relationship.id}
              of={attributed(words.labelled(claim.name, `${title} ${node.name}`), relationship.accordingTo, words)}
              evidence={relationship.evidence}
            />
          )}
          <p className="wording">
            <OurWords>{node.proposition}</OurWords>
          </p>
        </dd>
      ))}
    </dl>
  );
}
