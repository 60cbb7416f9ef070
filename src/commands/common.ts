/** What the commands have in common and `--help` needs: it works before anything is built, and loads nothing else. */

/** What was asked for, on standard output. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** What is wrong, on standard error. */
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

export const articlesOption = ['--articles <folder>', "folder of the articles' texts (default: ARTICLES_DIR)"] as const;

/** The options of a call as the variables that they stand for. */
export const fromCall = ({ articles }: { articles?: string }): Record<string, string> =>
  articles === undefined ? {} : { ARTICLES_DIR: articles };
