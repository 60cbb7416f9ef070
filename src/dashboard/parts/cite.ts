/** The sources that an answer names, for its citation: each article once, by outlet, date and headline's id. */
export function sourcesIn(answer: unknown): string[] {
  const found = new Map<string, string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) look(one);
    } else if (typeof value === 'object' && value !== null) {
      if ('article' in value && isArticle(value.article)) {
        const { id, publisher, published } = value.article;
        found.set(id, [publisher?.name, published?.edtf].filter(Boolean).join(', ') || id);
      }
      for (const one of Object.values(value)) look(one);
    }
  };
  look(answer);
  return [...found.values()].sort();
}

interface CitedArticle {
  readonly id: string;
  readonly publisher?: { readonly name: string } | null;
  readonly published?: { readonly edtf: string } | null;
}

const isArticle = (value: unknown): value is CitedArticle =>
  typeof value === 'object' && value !== null && 'id' in value && 'publisher' in value && 'published' in value;
