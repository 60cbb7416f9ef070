/** Orders, from what clients send to what the graph takes. */
import type { Order } from '../graph/order.ts';

/** The order that a client asks for, or the standard one; ascending unless told. */
export const toOrder = <Field extends string>(
  orderBy: { readonly field: Field; readonly direction?: Order<Field>['direction'] | null } | null | undefined,
  standard: Field,
): Order<Field> => ({ field: orderBy?.field ?? standard, direction: orderBy?.direction ?? 'ASC' });
