import { repeat, type Scenario } from '../attack.ts';
import { posted } from '../envelope.ts';

export const counts: Scenario = {
  title: 'row 65: requests of 99 counts each leave connections to the honest',
  meant: ['OVERLOADED', 'TIME_LIMIT'],
  run: async ({ ask, random }) =>
    await repeat(20, 10, async () => {
      const some = random.below(1e9);
      const fields = Array.from(
        { length: 99 },
        (_, index) =>
          `a${index}: entities(filter: { text: "wages OR strike OR -talks OR z${some + index}" }) { totalCount }`,
      );
      await ask(posted({ query: `{ ${fields.join(' ')} }` }));
    }),
};
