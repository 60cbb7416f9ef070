/** The button beside a fact that opens where it comes from. */
import { useContext, useEffect } from 'react';
import { graphql } from '../../generated/operations/gql.ts';
import type { SourceFragment } from '../../generated/operations/graphql.ts';
import { useChange } from '../address.ts';
import { PanelName } from '../parts/panelName.ts';
import { useWords } from '../words.ts';
import { offer } from './shelf.ts';

/** What every query asks of its facts' evidence. */
export const SourceOfFact = graphql(`
  fragment Source on Evidence {
    basis
    attribute
    paragraph
    cues
    rule
    citation
    url
    verification
    article {
      id
      name
      publisher {
        id
        name
      }
      published {
        edtf
        earliest
        latest
      }
    }
    passage {
      role
      text
    }
  }
`);

/**
 * A button that opens the sources of one fact.
 * @param fact the fact's id, unique in the panel: the address keeps both, so that the open sources can be linked to.
 * @param of the fact in words, for whoever cannot see what the button stands beside.
 */
export function Sources({ fact, of, evidence }: { fact: string; of: string; evidence: readonly SourceFragment[] }) {
  const words = useWords();
  const changeAddress = useChange();
  const panel = useContext(PanelName);
  const key = panel === '' ? fact : `${panel}:${fact}`;
  useEffect(() => offer(key, { of, evidence }), [key, of, evidence]);
  if (evidence.length === 0) return null;
  return (
    <button
      type="button"
      className="sources"
      aria-label={`${words.evidence.sources(evidence.length)}: ${of}`}
      title={words.evidence.sources(evidence.length)}
      aria-haspopup="dialog"
      onClick={() => changeAddress({ source: key })}
    >
      {evidence.length}
    </button>
  );
}
