import type { Scenario } from '../attack.ts';
import { posted } from '../envelope.ts';
import { encodings } from '../mutate.ts';

export const packed: Scenario = {
  title: 'row 18: bodies that are packed wrongly, or unpack to very much, are refused',
  run: async ({ ask, find, random }) => {
    for (const encode of encodings) {
      for (let times = 0; times < 10; times += 1) {
        const answer = await ask(encode(posted({ query: '{ graph { version } }' }), random));
        if (answer !== undefined && ![200, 400, 413, 415].includes(answer.status)) find(`${answer.status}`);
      }
    }
  },
};
