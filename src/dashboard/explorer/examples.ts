/** The queries of docs/api.md, so that what it promises is what the explorer runs. */
import page from '../../../docs/api.md?raw';

interface Example {
  readonly question: string;
  readonly query: string;
}

/** Each query of a block of GraphQL, under the comment that asks its question. */
function readExamples(markdown: string): Example[] {
  return [...markdown.matchAll(/^```graphql\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.split(/\n\s*\n/).flatMap((text) => {
      const [comment = '', ...lines] = text.trim().split('\n');
      return comment.startsWith('# ') ? [{ question: comment.slice(2), query: lines.join('\n') }] : [];
    }),
  );
}

export const examples = readExamples(page);
