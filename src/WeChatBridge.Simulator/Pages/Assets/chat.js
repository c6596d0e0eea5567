import { $, element, icon, time } from './dom.js';
import { isArticle, openArticle, pictureAddress } from './reader.js';

// WeChat shows a grey time when the conversation paused for some minutes.
const pause = 5 * 60 * 1000;
const tag = /<a\b([^>]*)>([\s\S]*?)<\/a>/gi;
const bare = /https?:\/\/[^\s<>"'，。；）】、]+|\b0\d{2,3}-\d{7,8}\b|\b1[3-9]\d{9}\b/g;
const opens = /^(https?:|tel:|mailto:)/i;

let shown = 0;
let lastAt = 0;
let account = { key: '', name: '', tone: 0 };
let tapped = () => {};

export function startChat(chosen, onTap) {
  account = chosen;
  tapped = onTap;
  shown = 0;
  lastAt = 0;
  $('chat').replaceChildren();
}

export const lastShown = () => shown;

export function showItems(items) {
  const chat = $('chat');
  for (const item of items.filter(each => each.sequence > shown)) {
    const at = Date.parse(item.at);
    if (at - lastAt > pause) {
      chat.append(element('p', { class: 'time' }, time(at, lastAt && at - lastAt < 12 * 3600 * 1000 ? 'clock' : 'day')));
    }
    lastAt = at;
    shown = item.sequence;
    chat.append(item.side === 'Platform' ? element('p', { class: 'notice' }, item.text) : row(item));
  }
  if (items.length) {
    chat.scrollTop = chat.scrollHeight;
  }
}

function row(item) {
  const mine = item.side === 'Follower';
  const avatar = mine
    ? element('div', { class: 'avatar' }, icon('person'))
    : element('div', { class: 'avatar', 'data-tone': account.tone }, account.name.slice(-2));
  return element('div', { class: mine ? 'item mine' : 'item' }, avatar, element('div', { class: 'body' }, ...content(item)));
}

function content(item) {
  switch (item.kind) {
    case 'text': return [element('div', { class: 'bubble' }, ...words(item.text))];
    case 'voice': return voice(item);
    case 'news': return [articles(item.articles)];
    case 'msgmenu': return [menu(item)];
    case 'image': return [item.mediaId ? picture(item) : thing('picture', '图片')];
    case 'video': return [thing('film', item.text || '视频')];
    case 'music': return [thing('note', item.text || '音乐')];
    case 'location': return [thing('place', item.text || '位置')];
    case 'link': return [thing('link', item.text)];
    default: return [element('div', { class: 'bubble' }, `［${item.kind}］${item.text}`)];
  }
}

// Text as WeChat shows it: <a> is a link, everything else that looks like markup is just characters.
function words(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(tag)) {
    parts.push(...plain(text.slice(from, match.index)), anchor(match[1], match[2]));
    from = match.index + match[0].length;
  }
  return [...parts, ...plain(text.slice(from))];
}

function plain(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(bare)) {
    const address = match[0].startsWith('http') ? match[0] : `tel:${match[0]}`;
    parts.push(text.slice(from, match.index), link(address, match[0]));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

function anchor(attributes, label) {
  const href = /href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes)?.slice(1).find(Boolean)?.replaceAll('&amp;', '&') ?? '';
  if (href.startsWith('weixin://bizmsgmenu?')) {
    const query = new URLSearchParams(href.slice(href.indexOf('?') + 1));
    return choice(label, query.get('msgmenucontent') ?? label, query.get('msgmenuid') ?? '');
  }
  return opens.test(href) ? link(href, label) : label;
}

// Articles of the platform open in the phone; every other address in a new window.
const link = (href, ...label) => isArticle(href)
  ? element('a', { href: '#', click: event => { event.preventDefault(); openArticle(account.key, href); } }, ...label)
  : element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...label);

const choice = (label, content, id) =>
  element('a', { href: '#', role: 'button', click: event => { event.preventDefault(); tapped(content, id); } }, label);

function voice(item) {
  const seconds = Math.max(1, Math.min(60, Math.ceil(item.text.length / 4)));
  const bubble = element('div', { class: 'bubble' }, element('div', { class: 'voice' }, icon('voice'), `${seconds}″`));
  return item.text ? [bubble, element('div', { class: 'heard' }, item.text)] : [bubble];
}

// A picture that is not in the account's library any more leaves its place empty.
function picture(item) {
  return element('img', {
    class: 'picture',
    alt: '图片',
    error: event => event.target.replaceWith(thing('picture', '图片')),
    src: `/simulator/picture?${new URLSearchParams({ account: account.key, id: item.mediaId })}`,
  });
}

const thing = (picture, label) => element('div', { class: 'thing' }, icon(picture), label);

function menu(item) {
  const choices = item.choices.map(each => element('button', {
    type: 'button', class: 'choice', click: () => tapped(each.content, each.id),
  }, each.content));
  return element('div', { class: 'bubble' }, ...words(item.text), ...choices, ...words(item.tail));
}

function articles(list) {
  const card = element('div', { class: 'card' });
  list.forEach((article, index) => {
    const picture = index === 0 && opens.test(article.pictureUrl)
      ? element('img', { src: pictureAddress(account.key, article.pictureUrl), alt: '', error: event => event.target.remove() })
      : null;
    const summary = index === 0 && list.length === 1 && article.description ? element('small', {}, article.description) : null;
    const title = element('div', { class: index === 0 ? 'first' : 'next' }, article.title, summary);
    card.append(opens.test(article.url) ? link(article.url, ...[picture, title].filter(Boolean)) : element('div', {}, picture, title));
  });
  return card;
}
