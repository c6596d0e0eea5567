import { $, element, icon } from './dom.js';

// The input bar, the voice and "+" sheets; act(name, fields) does what the person asks.
export function startPhone(act) {
  $('typing').addEventListener('submit', event => {
    event.preventDefault();
    const text = $('text').value;
    if (text.trim()) {
      $('text').value = '';
      fitSend();
      act('text', { text });
    }
  });
  $('text').addEventListener('input', fitSend);
  $('text').addEventListener('focus', close);
  $('toVoice').addEventListener('click', () => toggle('voice', () => voiceSheet(act)));
  $('toMore').addEventListener('click', () => toggle('more', () => moreSheet(act)));
  $('toMenu').addEventListener('click', () => showMenuBar(true));
  $('toTyping').addEventListener('click', () => showMenuBar(false));
}

function fitSend() {
  const ready = $('text').value.trim() !== '';
  $('send').hidden = !ready;
  $('toMore').hidden = ready;
}

function showMenuBar(shown) {
  close();
  $('menuBar').hidden = !shown;
  $('typing').hidden = shown;
}

function toggle(name, draw) {
  const sheet = $('sheet');
  if (!sheet.hidden && sheet.dataset.name === name) {
    close();
    return;
  }
  sheet.dataset.name = name;
  sheet.replaceChildren(draw());
  sheet.hidden = false;
  $('chat').scrollTop = $('chat').scrollHeight;
  sheet.querySelector('input')?.focus();
}

function close() {
  $('sheet').hidden = true;
}

const voiceSheet = act => form('对着手机说的话（平台听出来的文字；留空表示没有听出来）', [['text', '', '例如：联系电话是多少']], fields => act('voice', fields));

function moreSheet(act) {
  const entries = [
    ['picture', '图片', () => act('image')],
    ['film', '视频', () => act('video')],
    ['place', '位置', () => ask('位置的名称', [['text', '红花尔基镇人民政府', '']], fields =>
      act('location', { ...fields, latitude: 48.258, longitude: 119.979 }))],
    ['link', '链接', () => ask('分享一个链接', [['text', '', '标题'], ['url', 'https://', '地址']], fields => act('link', fields))],
    ['scan', '扫公众号码', () => ask('二维码里的场景值', [['key', '1', '']], fields => act('scan', fields))],
  ];
  return element('div', { class: 'grid' }, ...entries.map(([picture, label, run]) => element('button', {
    type: 'button', click: () => { close(); run(); },
  }, icon(picture), label)));
}

export function ask(title, inputs, done) {
  const sheet = $('sheet');
  sheet.dataset.name = title;
  sheet.replaceChildren(form(title, inputs, done));
  sheet.hidden = false;
  sheet.querySelector('input').select();
}

function form(title, inputs, done) {
  const fields = inputs.map(([name, value, placeholder]) => element('input', {
    name, value, placeholder, autocomplete: 'off', 'aria-label': placeholder || title,
  }));
  return element('form', {
    submit: event => {
      event.preventDefault();
      close();
      done(Object.fromEntries(fields.map(field => [field.name, field.value.trim()])));
    },
  }, title, ...fields, element('button', { class: 'go' }, '发送'));
}
