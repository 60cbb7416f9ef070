/** Orders, from what clients send to what the graph takes. */
import type { EntityOrder as EntityOrderInput } from '../generated/graphql.ts';
import type { EntityOrder } from '../graph/queries/list.ts';
import type { Order } from '../graph/queries/order.ts';
import type { Language } from '../graph/rows/entities.ts';

/** The order that a client asks for, or the standard one; ascending unless told. */
export const toOrder = <Field extends string>(
  orderBy: { readonly field: Field; readonly direction?: Order<Field>['direction'] | null } | null | undefined,
  standard: Field,
): Order<Field> => ({ field: orderBy?.field ?? standard, direction: orderBy?.direction ?? 'ASC' });

/** The order of entities that a client asks for; by the id unless told. */
export const toEntityOrder = (orderBy: EntityOrderInput | null | undefined, language: Language): EntityOrder => ({
  ...toOrder(orderBy, 'ID'),
  language,
});
