/** What the search for speakers knows of a paragraph. */
import type { Line } from '../names/seen.ts';
import type { Span, Speaker } from '../types.ts';
import type { Subject } from './speakers.ts';

export interface Scene {
  readonly line: Line;
  readonly text: string;
  readonly sentences: readonly Span[];
  /** Who can speak, in order. */
  readonly subjects: readonly Subject[];
  readonly quotes: readonly Span[];
  /** Who spoke last, in the paragraphs before. */
  readonly last: Speaker | undefined;
  readonly isPerson: IsPerson;
}

/** Whether an entity is a person; with another, one whom the same pronoun can mean. */
export type IsPerson = (entity: string, like?: string) => boolean;
