#!/usr/bin/env node
// Writes src/main/resources/holidays/<year>.yaml from the npm package chinese-days
// (https://github.com/vsme/chinese-days, MIT licence), with the State Council notice each year rests on.
//
//   node scripts/renew-holidays.mjs [version] [first year] [last year]
//
// A year without a notice below is not written: the days would stand on nobody's word.
// After a run: read the notice, compare, run WorkingDaysTest, commit the files together with the notice.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NOTICES = {
  2020: [
    ['国办发明电〔2019〕16号', '国务院办公厅关于2020年部分节假日安排的通知', '2019-11-21'],
    ['国办发明电〔2020〕1号', '国务院办公厅关于延长2020年春节假期的通知', '2020-01-26'],
  ],
  2021: [['国办发明电〔2020〕27号', '国务院办公厅关于2021年部分节假日安排的通知', '2020-11-25']],
  2022: [
    ['国办发明电〔2021〕11号', '国务院办公厅关于2022年部分节假日安排的通知', '2021-10-25'],
    ['国办发明电〔2022〕16号', '国务院办公厅关于2023年部分节假日安排的通知', '2022-12-08'],
  ],
  2023: [['国办发明电〔2022〕16号', '国务院办公厅关于2023年部分节假日安排的通知', '2022-12-08']],
  2024: [['国办发明电〔2023〕7号', '国务院办公厅关于2024年部分节假日安排的通知', '2023-10-25']],
  2025: [['国办发明电〔2024〕12号', '国务院办公厅关于2025年部分节假日安排的通知', '2024-11-12']],
  2026: [['国办发明电〔2025〕7号', '国务院办公厅关于2026年部分节假日安排的通知', '2025-11-04']],
};

const [version = '1.5.7', first = '2020', last = '2026'] = process.argv.slice(2);
const out = join(dirname(fileURLToPath(import.meta.url)), '../src/main/resources/holidays');
const work = mkdtempSync(join(tmpdir(), 'holidays-'));
try {
  writeFileSync(join(work, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', `chinese-days@${version}`], { cwd: work });
  const home = join(work, 'node_modules/chinese-days');
  const licence = JSON.parse(readFileSync(join(home, 'package.json'))).license;
  for (let year = Number(first); year <= Number(last); year++) {
    const notices = NOTICES[year];
    if (!notices) throw new Error(`no notice known for ${year}: add it to NOTICES first`);
    const days = JSON.parse(readFileSync(join(home, `dist/years/${year}.json`)));
    writeFileSync(join(out, `${year}.yaml`), yaml(year, notices, days, licence));
  }
} finally {
  rmSync(work, { recursive: true });
}

function yaml(year, notices, { holidays, workdays }, licence) {
  const name = (text) => text.split(',')[1];
  const spans = [];
  for (const [day, text] of Object.entries(holidays).sort()) {
    const span = spans.at(-1);
    const next = span && new Date(Date.parse(span.to) + 86_400_000).toISOString().slice(0, 10);
    if (span && span.name === name(text) && next === day) span.to = day;
    else spans.push({ name: name(text), from: day, to: day });
  }
  const lines = [
    `# 由 scripts/renew-holidays.mjs 写成；日期来自 npm 包 chinese-days ${version}（${licence}），依据为下列通知。`,
    `year: ${year}`,
    'notices:',
    ...notices.map(([number, title, on]) => `  - {number: ${number}, title: ${title}, issued_on: ${on}}`),
    'holidays:',
    ...spans.map((s) => `  - {name: ${s.name}, from: ${s.from}, to: ${s.to}}`),
    'working:',
    ...Object.entries(workdays).sort().map(([day, text]) => `  - {on: ${day}, for: ${name(text)}}`),
  ];
  return lines.join('\n') + '\n';
}
