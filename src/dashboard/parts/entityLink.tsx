/** An entity's name, leading to its page. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { entityPath, useTo } from '../address.ts';
import { kindWord } from '../vocabulary.ts';
import { useWords } from '../words.ts';
import { Name } from './inLanguage.tsx';
import type { Named } from './named.ts';

export type { Named };

export function EntityLink({ entity, children }: { entity: Named; children?: ReactNode }) {
  const to = useTo();
  return (
    <Link className="entity" data-kind={entity.kind} href={to(entityPath(entity.id))}>
      {children ?? <Name of={entity} />}
    </Link>
  );
}

/** The kind, as a small label. */
export function KindLabel({ kind }: { kind: string }) {
  const words = useWords();
  return (
    <span className="kind" data-kind={kind}>
      {kindWord(words, kind)}
    </span>
  );
}
