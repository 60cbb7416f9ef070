/**
 * `npm run read:score`: how well the reader reads the made-up reports and the source articles; README.md beside this
 * file says how the score is taken. `--list` and `--list-report` list what was missed and wrong, `--rules` tells of each
 * rule.
 */
import { parseArgs } from 'node:util';
import { calibration, measureRules } from './measureRules.ts';
import { madeUp, type Read, read, sourceArticles } from './reports.ts';
import { type LayerScore, scoreOf } from './score.ts';

const { values } = parseArgs({
  options: { list: { type: 'boolean' }, 'list-report': { type: 'boolean' }, rules: { type: 'boolean' } },
});

const tune = madeUp('tune').map(read);
const report = madeUp('report').map(read);
print('Made up, to tune on', tune, values.list);
print('Made up later, to tune on', madeUp('more').map(read), values.list);
// Whoever saw what is missed in these would write rules for it, and their score would say nothing any more.
print('Made up, only to report on', report, values['list-report']);
print('Made up later, only to report on', madeUp('held').map(read), values['list-report']);
const articles = sourceArticles().map(read);
if (articles.length === 0)
  console.log('The source articles are left out: their texts are not in ../shared/articles.\n');
else print('Source articles', articles, values.list);
if (values.rules) {
  printRules(tune);
  printCalibration('to tune on', tune);
  printCalibration('only to report on', report);
}

function print(title: string, readings: readonly Read[], isListed = false): void {
  const { layers, differences } = scoreOf(readings);
  console.log(`${title} (${readings.length})`);
  console.log(`${'layer'.padEnd(22)}  gold  proposed  precision  recall     f1`);
  for (const one of layers) console.log(rowOf(one));
  console.log('');
  if (!isListed) return;
  for (const { name, layer, is, item } of differences)
    console.log(`${name} ${layer} ${is.padEnd(6)} ${JSON.stringify(item)}`);
  console.log('');
}

function rowOf({ layer, gold, proposed, precision, recall, f1 }: LayerScore): string {
  const counts = `${String(gold).padStart(6)}${String(proposed).padStart(10)}`;
  return `${layer.padEnd(22)}${counts}${figure(precision).padStart(11)}${figure(recall).padStart(8)}${figure(f1).padStart(7)}`;
}

function figure(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '-' : value.toFixed(3);
}

function printRules(readings: readonly Read[]): void {
  console.log(`${'rule'.padEnd(46)} found  right  share  stated  should be`);
  for (const { rule, found, right, stated, honest } of measureRules(readings)) {
    const counts = `${String(found).padStart(6)}${String(right).padStart(7)}${figure(right / found).padStart(7)}`;
    const said = `${figure(stated).padStart(8)}${(honest === stated ? '' : figure(honest)).padStart(11)}`;
    console.log(`${rule.padEnd(46)}${counts}${said}`.trimEnd());
  }
}

/** Of the reports that no rule was written for, only the sum: a rule's share would tell what is missed in them. */
function printCalibration(of: string, readings: readonly Read[]): void {
  const { stated, right } = calibration(measureRules(readings));
  console.log(`Made up, ${of}: stated confidence ${figure(stated)} on average, and right ${figure(right)}`);
}
