/** A claim with who stands behind it and who against it: every statement of theirs, each with its sources. */
import type { ReactNode } from 'react';
import { graphql } from '../../generated/operations/gql.ts';
import type { AttributedFragment, ClaimSidesFragment, RebuttalFragment } from '../../generated/operations/graphql.ts';
import { amountWords } from '../amounts.ts';
import { Sources } from '../evidence/sources.tsx';
import { EntityLink } from '../parts/entityLink.tsx';
import type { Words } from '../words/en.ts';
import { type Lang, useLang, useWords } from '../words.ts';

export const AttributionOfClaim = graphql(`
  fragment Attributed on Attribution {
    actor {
      ...Linked
    }
    statement {
      ...Linked
      gist
    }
    accordingTo {
      ...Linked
    }
    relationship {
      id
    }
    evidence {
      ...Source
    }
  }
`);

export const RebuttalOfClaim = graphql(`
  fragment Rebuttal on ClaimEdge {
    node {
      ...Linked
      proposition
    }
    relationship {
      id
      evidence {
        ...Source
      }
    }
  }
`);

export const SidesOfClaim = graphql(`
  fragment ClaimSides on Claim {
    ...Linked
    proposition
    figure {
      measure
      value
      low
      high
      unit
      period
      approximation
    }
    evidence {
      ...Source
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
      edges {
        ...Rebuttal
      }
    }
    answeredBy(first: 5) {
      edges {
        ...Rebuttal
      }
    }
  }
`);

type Claim = ClaimSidesFragment;

/** Whether anybody stands against it, or another claim: also one that it answers. */
export const isContested = ({ disputedBy, deniedBy, qualifiedBy, answers, answeredBy }: Claim): boolean =>
  [disputedBy, deniedBy, qualifiedBy, answers.edges, answeredBy.edges].some((against) => against.length > 0);

/** `$900 million`, `about 67%`, `10 to 20 days`. */
export function figureWords(figure: NonNullable<Claim['figure']>, words: Words, lang: Lang): string {
  const { low, high, unit, approximation } = figure;
  const say = (value: number | null): string => (value === null ? '…' : amountWords(value, unit, words, lang));
  const amount = low === high ? say(low) : `${say(low)} – ${say(high)}`;
  return approximation === 'APPROXIMATE' ? words.dates.about(amount) : amount;
}

export function Figure({ claim }: { claim: Claim }) {
  const words = useWords();
  const lang = useLang();
  const { figure, evidence, id, name } = claim;
  if (figure === null) return null;
  return (
    <p className="figure">
      <strong>{figureWords(figure, words, lang)}</strong>{' '}
      <Sources fact={`${id}.figure`} of={`${name}: ${figureWords(figure, words, lang)}`} evidence={evidence} />
      <small>{[figure.measure, figure.period].filter((word) => word !== null).join(' · ')}</small>
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
        {isContested(claim) ? (
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

/** Each actor once, with every statement that says so; an actor may also be credited at large. */
function Attributions({ title, claim, of }: { title: string; claim: Claim; of: readonly AttributedFragment[] }) {
  const { entity } = useWords();
  if (of.length === 0) return null;
  const said = (who: string): string => `${claim.name}: ${title} ${who}`;
  return (
    <dl className="attributions">
      <dt>{title}</dt>
      {[...Map.groupBy(of, ({ actor }) => actor?.id)].map(([id, lines]) => {
        const actor = lines[0]?.actor;
        return (
          <dd key={id}>
            {actor && <EntityLink entity={actor} />}{' '}
            {lines
              .filter(({ statement }) => statement === null)
              .map(({ relationship, accordingTo, evidence }) => (
                <span key={relationship.id}>
                  {accordingTo && (
                    <small>
                      {entity.accordingTo} <EntityLink entity={accordingTo} />{' '}
                    </small>
                  )}
                  <Sources fact={relationship.id} of={said(actor?.name ?? '')} evidence={evidence} />{' '}
                </span>
              ))}
            {lines.map(({ relationship, statement, accordingTo, evidence }) =>
              statement === null ? null : (
                <p key={relationship.id} className="gist">
                  <EntityLink entity={statement}>{statement.gist}</EntityLink>{' '}
                  {accordingTo && (
                    <small>
                      {entity.accordingTo} <EntityLink entity={accordingTo} />{' '}
                    </small>
                  )}
                  <Sources fact={relationship.id} of={said(statement.name)} evidence={evidence} />
                </p>
              ),
            )}
          </dd>
        );
      })}
    </dl>
  );
}

/** Claims that stand against it, or that it stands against. */
function Rebuttals({ title, claim, edges }: { title: string; claim: Claim; edges: readonly RebuttalFragment[] }) {
  if (edges.length === 0) return null;
  return (
    <dl className="attributions">
      <dt>{title}</dt>
      {edges.map(({ node, relationship }) => (
        <dd key={node.id}>
          <EntityLink entity={node} />{' '}
          {relationship && (
            <Sources
              fact={relationship.id}
              of={`${claim.name}: ${title} ${node.name}`}
              evidence={relationship.evidence}
            />
          )}
          <p className="gist">{node.proposition}</p>
        </dd>
      ))}
    </dl>
  );
}
