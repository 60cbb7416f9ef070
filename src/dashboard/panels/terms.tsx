/** Terms of proposals in words: a value, or that it is not stated; over how many years; what the source says of it. */
import { graphql } from '../../generated/operations/gql.ts';
import type { TermLineFragment } from '../../generated/operations/graphql.ts';
import { amountWords } from '../amounts.ts';
import { Sources } from '../evidence/sources.tsx';
import { EntityLink } from '../parts/entityLink.tsx';
import type { Words } from '../words/en.ts';
import { type Lang, useLang, useWords } from '../words.ts';
import { NotStated } from './facts.tsx';

export const LineOfTerms = graphql(`
  fragment TermLine on Term {
    id
    year
    years
    value
    unit
    text
    proposal {
      ...Linked
    }
    issue {
      ...Linked
    }
    evidence {
      ...Source
    }
  }
`);

/** `6% over 2 years together`; null: the value is not stated. */
export function valueWords({ value, unit, years }: TermLineFragment, words: Words, lang: Lang): string | null {
  if (value === null) return null;
  const amount = amountWords(value, unit, words, lang);
  return (years ?? 1) > 1 ? `${amount} ${words.story.together(years ?? 1)}` : amount;
}

/** A term's value and what it says. `from`: with the proposal that it stands in. */
export function TermValue({ term, from = false }: { term: TermLineFragment; from?: boolean }) {
  const words = useWords();
  const value = valueWords(term, words, useLang());
  return (
    <div className="term">
      <span className="value">{value === null ? <NotStated /> : <strong>{value}</strong>}</span>{' '}
      <Sources
        fact={term.id}
        of={`${term.proposal.name}, ${term.issue.name}: ${value ?? words.story.notStated}`}
        evidence={term.evidence}
      />
      <small>
        {term.text}
        {from && (
          <>
            {' · '}
            <EntityLink entity={term.proposal} />
          </>
        )}
      </small>
    </div>
  );
}
