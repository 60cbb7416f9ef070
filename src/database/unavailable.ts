/** The database cannot be used; the message says why in one line. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
