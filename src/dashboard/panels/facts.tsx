/** Single facts by name, each with its sources; and what is related to an entity, with how and since when. */
import type { ReactNode } from 'react';
import type {
  Certainty as CertaintyWord,
  RelatedEdgeFragment,
  TieFragment,
} from '../../generated/operations/graphql.ts';
import type { Cited } from '../evidence/cited.ts';
import { Sources } from '../evidence/sources.tsx';
import { onDay } from '../onDay.ts';
import { Certainty } from '../parts/asOf.tsx';
import { Attributed, attributed } from '../parts/attributed.tsx';
import { EntityLink, type Named } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import { usePanelDay } from '../parts/panelContext.ts';
import { Span } from '../parts/when.tsx';
import { attributeWord, capital, relationshipWord, termWord } from '../vocabulary.ts';
import { useWords } from '../words.ts';

/** Facts below each other; `across`: side by side, where there is room. */
export function Facts({ across = false, children }: { across?: boolean; children: ReactNode }) {
  return <dl className={across ? 'facts across' : 'facts'}>{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface Described extends Named {
  readonly evidence: Cited;
  readonly notStated: readonly { readonly attribute: string; readonly evidence: Cited }[];
}

/** An attribute with its sources. Without a value: "not stated" if the sources leave it open, else nothing at all. */
export function Attribute({ of, attribute, children }: { of: Described; attribute: string; children: ReactNode }) {
  const words = useWords();
  const name = capital(attributeWord(words, attribute));
  const open = of.notStated.find((one) => one.attribute === attribute);
  const stated = children !== null && children !== undefined && children !== false && children !== '';
  if (!stated && open === undefined) return null;
  return (
    <Fact name={name}>
      {stated ? children : <NotStated />}{' '}
      <Sources
        fact={`${of.id}.${attribute}`}
        of={words.labelled(of.name, name)}
        evidence={(stated ? undefined : open?.evidence) ?? evidenceFor(of.evidence, attribute)}
      />
    </Fact>
  );
}

export function NotStated() {
  const { story } = useWords();
  return <span className="not-stated">{story.notStated}</span>;
}

/** The evidence for one attribute; where there is none apart, that for the whole. */
export function evidenceFor({ nodes: all, totalCount }: Cited, ...attributes: readonly string[]): Cited {
  const own = all.filter(({ attribute }) => attribute !== null && attributes.includes(attribute));
  const nodes = own.length > 0 ? own : all.filter(({ attribute }) => attribute === null);
  return { nodes, totalCount: totalCount === all.length ? nodes.length : null };
}

/** Something related to the entity of the page. */
export interface Related {
  readonly node: Named;
  readonly certainty?: CertaintyWord | null | undefined;
  readonly relationship: TieFragment | null;
}

/** What is related in one way; nothing at all where nothing is. */
export function Ties({ name, edges }: { name: string; edges: readonly Related[] }) {
  if (edges.length === 0) return null;
  return (
    <Fact name={name}>
      <ul className="ties">
        {edges.map((edge) => (
          <li key={edge.relationship?.id ?? edge.node.id}>
            <Tie edge={edge} as={name} />
          </li>
        ))}
      </ul>
    </Fact>
  );
}

/** What is related, by the way in which it is. */
export function TiesByWay({ edges }: { edges: readonly RelatedEdgeFragment[] }) {
  const words = useWords();
  const { there, undated } = onDay(usePanelDay(), edges, ({ other }) => other);
  const ways = Map.groupBy(there, ({ node, direction, label }) =>
    capital(relationshipWord(words, node.type, direction, label)),
  );
  return (
    <>
      {[...ways].map(([way, members]) => (
        <Ties key={way} name={way} edges={members.map(toRelated)} />
      ))}
      {undated.length > 0 && <Ties name={words.asOf.uncertain(undated.length)} edges={undated.map(toRelated)} />}
    </>
  );
}

const toRelated = ({ other, node, certainty }: RelatedEdgeFragment): Related => ({
  node: other,
  relationship: node,
  certainty,
});

/** One entity with how it is related and the sources for that. `as`: how, in words, for the sources' heading. */
export function Tie({ edge: { node, certainty, relationship }, as }: { edge: Related; as: string }) {
  const words = useWords();
  return (
    <>
      <EntityLink entity={node} /> {relationship && <Qualified relationship={relationship} />}
      <Certainty certainty={certainty} />{' '}
      {relationship && (
        <Sources
          fact={relationship.id}
          of={attributed(words.labelled(as, node.name), relationship.accordingTo, words)}
          evidence={relationship.evidence}
        />
      )}
    </>
  );
}

/**
 * Since when, in which role, with what remark, according to whom. `terms`: what else qualifies it, such as the side;
 * not where it has been said already.
 */
export function Qualified({
  relationship,
  terms = [],
}: {
  relationship: TieFragment;
  terms?: readonly (string | null)[];
}) {
  const words = useWords();
  const { validFrom, validTo, role, acting, note, accordingTo } = relationship;
  const said = [
    ...terms.map((term) => (term === null ? null : termWord(words, term))),
    acting === true ? words.entity.acting : null,
    role && (words.roles[role] ?? <OurWords key="role">{role}</OurWords>),
    note && <OurWords key="note">{note}</OurWords>,
  ].filter((word) => word !== null);
  if (!(validFrom ?? validTo ?? accordingTo) && said.length === 0) return null;
  return (
    <small>
      <Span from={validFrom} to={validTo} />
      {(validFrom ?? validTo) && said.length > 0 && ' · '}
      {said.flatMap((word, index) => (index > 0 ? [', ', word] : [word]))} <Attributed to={accordingTo} />
    </small>
  );
}
