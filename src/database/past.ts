/**
 * The database as it was at a version. Views in a schema of their own stand in for the tables: by the search path of a
 * transaction they are what a statement means that names a table, and a setting of the transaction says the version.
 */

/** The schema of the views. */
export const pastSchema = 'labourgraph_past';

/** What makes a transaction read the state of a version. @param version a whole number */
export const settingsOfPast = (version: number): readonly string[] => [
  `SET LOCAL search_path TO ${pastSchema}, public`,
  `SET LOCAL labourgraph.version TO ${version}`,
  // What the views give is taken for far more than it is, and compiling for so much takes seconds.
  'SET LOCAL jit TO off',
];

/** Begins a transaction that does. */
export const beginPast = (version: number): string => ['BEGIN READ ONLY', ...settingsOfPast(version)].join('; ');
