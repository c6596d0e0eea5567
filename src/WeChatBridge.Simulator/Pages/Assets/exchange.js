import { $, element, time } from './dom.js';

const most = 60;

const meanings = {
  signature: '签名，由令牌、时间戳和随机数算出',
  timestamp: '时间戳',
  nonce: '随机数，每次投递都不同',
  openid: '发消息的粉丝',
  echostr: '要求原样返回的数字',
  encrypt_type: '正文带有密文',
  msg_signature: '密文的签名，再加上密文算出',
};

const names = {
  text: '文字消息', voice: '语音消息', image: '图片消息', video: '视频消息', shortvideo: '小视频消息', location: '位置消息', link: '链接消息',
  subscribe: '关注', unsubscribe: '取消关注', SCAN: '扫码', CLICK: '点菜单', VIEW: '点菜单链接', LOCATION: '上报位置',
  scancode_waitmsg: '菜单扫码', scancode_push: '菜单扫码', view_miniprogram: '点菜单小程序', location_select: '菜单选位置',
  pic_sysphoto: '菜单拍照', pic_photo_or_album: '菜单选图', pic_weixin: '菜单选图', check: '验证回调地址',
  MASSSENDJOBFINISH: '群发结果', PUBLISHJOBFINISH: '发布结果',
};

export const kindName = kind => names[kind] ?? kind;

export function verdict({ attempt, kind }) {
  if (kind === 'probe') {
    return attempt.statusCode >= 400 && attempt.statusCode < 500
      ? [`已拒绝（状态 ${attempt.statusCode}）`, '']
      : [`没有拒绝（${attempt.statusCode ? `状态 ${attempt.statusCode}` : '没有回答'}）`, 'bad'];
  }
  switch (attempt.verdict) {
    case 'Answered': return ['已回答', ''];
    case 'NothingToSay': return ['已收到，不回复', 'quiet'];
    case 'Refused': return [`被拒绝（状态 ${attempt.statusCode}）`, 'bad'];
    case 'TimedOut': return ['五秒内没有回答', 'wait'];
    case 'Unreachable': return ['连不上服务器', 'bad'];
    default: return [`回答不能用：${attempt.detail}`, 'bad'];
  }
}

export function showExchanges(entries) {
  const list = $('exchanges');
  for (const entry of entries) {
    for (const open of list.querySelectorAll('details[open]:not([data-kept])')) {
      open.open = false;
    }
    list.prepend(element('li', {}, exchange(entry)));
  }
  while (list.children.length > most) {
    list.lastElementChild.remove();
  }
  $('noExchange').hidden = list.children.length > 0;
}

export function clearExchanges() {
  $('exchanges').replaceChildren();
  $('noExchange').hidden = false;
}

function exchange(entry) {
  const { attempt } = entry;
  const [words, tone] = verdict(entry);
  const [kind] = entry.summary.split(' #');
  const probe = entry.kind === 'probe' ? '（故意发错）' : attempt.number > 1 ? `（第 ${attempt.number} 次投递）` : '';
  const details = element('details', { open: true },
    element('summary', {},
      element('span', { class: 'when' }, time(attempt.startedAt, 'second')),
      element('span', { class: 'what' }, kindName(kind) + probe),
      element('span', { class: 'grow' }, gist(attempt.clearXml)),
      element('span', { class: `badge ${tone}` }, words)),
    inside(attempt));
  // What a person opened by hand stays open when the next exchange arrives.
  details.addEventListener('click', event => event.target.closest('summary') && details.setAttribute('data-kept', ''));
  return details;
}

export function inside(attempt) {
  const url = new URL(attempt.url);
  const query = element('dl', {}, ...[...url.searchParams].flatMap(([name, value]) => [
    element('dt', {}, name),
    element('dd', {}, value),
    element('dd', { class: 'means' }, name === 'timestamp' ? `时间戳，即 ${time(value * 1000, 'second')}` : meanings[name] ?? ''),
  ]));
  const method = attempt.requestBody ? 'POST' : 'GET';
  const parts = [
    ...section('① 平台发出的请求', element('p', { class: 'address' }, `${method} ${url.origin}${url.pathname}`), query),
    ...request(attempt),
    ...section(answerTitle(attempt), block(attempt.responseBody || '（空）')),
  ];
  if (attempt.openedReply && attempt.responseBody.includes('<Encrypt>')) {
    parts.push(...section('　 回答的内容（解开后）', block(lines(attempt.openedReply))));
  }
  return element('div', { class: 'inside' }, ...parts);
}

function request({ requestBody, clearXml }) {
  if (!requestBody) {
    return [];
  }
  return requestBody === clearXml
    ? section('② 请求正文（明文）', block(lines(clearXml)))
    : [...section('② 请求正文（原样，含密文）', block(requestBody)), ...section('　 其中的内容（解开后）', block(lines(clearXml)))];
}

const answerTitle = attempt => attempt.statusCode ? `③ 公众号服务器的回答（状态 ${attempt.statusCode}）` : '③ 公众号服务器没有回答';

const section = (title, ...content) => [element('h3', {}, title), ...content];

const block = text => element('pre', {}, text);

// One field a line, for the eye; CDATA and text are left as they are.
function lines(xml) {
  let depth = 0;
  return xml.replace(/>\s+</g, '><').replace(/<!\[CDATA\[[\s\S]*?\]\]>|<\/?[^>]+>/g, (part, at, whole) => {
    if (part.startsWith('<![CDATA[')) {
      return part;
    }
    const before = whole[at - 1];
    if (part.startsWith('</')) {
      depth -= 1;
      return before === '>' && whole.slice(0, at).endsWith(']]>') === false ? `\n${'  '.repeat(depth)}${part}` : part;
    }
    const line = at === 0 ? part : `\n${'  '.repeat(depth)}${part}`;
    depth += 1;
    return line;
  });
}

function gist(xml) {
  const found = /<(Content|Recognition|EventKey|Label|Title)><!\[CDATA\[([\s\S]*?)\]\]>/.exec(xml);
  return found ? found[2] : '';
}
