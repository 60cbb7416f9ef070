import { repeat, type Scenario } from '../attack.ts';
import { got } from '../envelope.ts';
import { textOf } from '../sockets.ts';
import { parsed } from '../verdict.ts';

const parameters = [
  '',
  '?kinds=',
  '?kinds=UNION',
  '?kinds=UNION,UNION,OFFICE',
  '?kinds=NOTHING',
  '?kinds[]=UNION&kinds[a][b]=OFFICE',
  `?kinds=${'UNION,'.repeat(1_000)}UNION`,
  `?kinds=${'x'.repeat(10_000)}`,
  '?kinds=%00',
  '?kinds=%ff',
  '?kinds=UNION&kinds=OFFICE',
  '?asOf=',
  '?asOf=2015-05-12',
  '?asOf=2015-02-30',
  '?asOf=-0001-01-01',
  '?asOf=99999-01-01',
  `?asOf=${'9'.repeat(10_000)}`,
  '?asOf=2015-05-12&asOf=2015-05-13',
  '?asOf[toString]=x',
  '?bucket=month',
  '?bucket=century',
  '?bucket[]=month',
  '?__proto__[x]=1',
  '?constructor=1',
  '?nothing=1',
  '?%',
  `?${Array.from({ length: 500 }, (_, index) => `a${index}=1`).join('&')}`,
];

export const exported: Scenario = {
  title: 'exports with odd parameters are refused or sent, and never at fault',
  meant: ['BUSY'],
  run: async ({ ask }) => {
    const list = await ask(got('/export/'));
    const { exports = [] } = (parsed(list === undefined ? '' : textOf(list)) ?? {}) as {
      readonly exports?: readonly { readonly name: string }[];
    };
    const all = [...exports.map(({ name }) => name), 'nothing', '..%2fpackage.json'].flatMap((name) =>
      parameters.map((parameter) => `/export/${name}${parameter}`),
    );
    await repeat(all.length, 3, async (index) => await ask(got(all[index] ?? '/export/')));
    await repeat(
      24,
      12,
      async (index) => await ask({ ...got('/export/graph.graphml'), method: index % 2 === 0 ? 'GET' : 'HEAD' }),
    );
  },
};
