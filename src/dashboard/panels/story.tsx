/** Which panels tell the story of an entity, by its kind. */
import type { ComponentType } from 'react';

const stories: Readonly<Record<string, readonly ComponentType<{ id: string }>[]>> = {};

export const storyOf = (kind: string): readonly ComponentType<{ id: string }>[] => stories[kind] ?? [];
