/** `npm run mutate -- --articles <folder> [--every <n>] [--only <sort>]`: what verify notices of small changes to the seeds, and what not. */
import { parseArgs } from 'node:util';
import { noticeAll, summarize } from './notice.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string' },
    seeds: { type: 'string' },
    every: { type: 'string' },
    only: { type: 'string' },
  },
});
const articles = values.articles ?? process.env['ARTICLES_DIR'];
if (articles === undefined) {
  console.error('--articles names the folder of the articles’ texts');
  process.exit(2);
}
const results = await noticeAll(
  values.seeds ?? 'seeds',
  articles,
  Number(values.every ?? 1),
  new RegExp(values.only ?? ''),
);
for (const { mutant, said } of results) {
  if (said === undefined)
    console.log(`not noticed: ${mutant.sort}: ${mutant.where}: "${mutant.from}" -> "${mutant.to}"`);
}
console.log(`\n${summarize(results)}`);
