/** How a value is known. */
import { Basis } from '../generated/prisma/enums.ts';
import { isKeyOf } from '../registry/index.ts';

/** Whether a word says how a value is known. */
export const isBasis = (word: unknown): word is Basis => typeof word === 'string' && isKeyOf(Basis, word);
