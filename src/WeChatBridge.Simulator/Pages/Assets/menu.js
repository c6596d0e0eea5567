import { $, element } from './dom.js';
import { ask } from './phone.js';

let drawn;

// The account's own menu (自定义菜单), as menu/create left it.
export function showMenu(buttons, act) {
  const drawing = JSON.stringify(buttons);
  if (drawing === drawn) {
    return;
  }
  drawn = drawing;
  $('menu').replaceChildren(...buttons.length
    ? buttons.map(button => entry(button, act))
    : [element('span', { class: 'none' }, '这个公众号还没有创建菜单')]);
}

function entry(button, act) {
  if (!button.subButtons.length) {
    return element('div', { class: 'entry' }, tappable(button, act));
  }
  const sub = element('div', { class: 'sub', hidden: true }, ...button.subButtons.map(each => tappable(each, act)));
  sub.addEventListener('click', () => { sub.hidden = true; });
  const head = element('button', { type: 'button', 'aria-haspopup': 'true' }, button.name);
  head.addEventListener('click', () => {
    const wasOpen = !sub.hidden;
    document.querySelectorAll('.menu .sub').forEach(each => { each.hidden = true; });
    sub.hidden = wasOpen;
  });
  return element('div', { class: 'entry' }, sub, head);
}

const tappable = (button, act) => element('button', { type: 'button', click: () => tap(button, act) }, button.name);

function tap(button, act) {
  const { type, key, url } = button;
  switch (type) {
    case 'view':
      window.open(url, '_blank', 'noopener');
      return act('view', { url });
    case 'miniprogram':
      return act('view_miniprogram', { url: button.pagePath });
    case 'scancode_push':
    case 'scancode_waitmsg':
      return ask('扫到的内容', [['text', '', '二维码里的文字']], fields => act(type, { ...fields, key }));
    case 'location_select':
      return ask('选一个位置', [['text', '红花尔基镇人民政府', '']], fields =>
        act(type, { ...fields, key, latitude: 48.258, longitude: 119.979 }));
    case 'pic_sysphoto':
    case 'pic_photo_or_album':
    case 'pic_weixin':
      return act(type, { key });
    case 'click':
      return act('click', { key });
    default:
      $('waiting').textContent = '这一种菜单由平台自己处理，不通知公众号服务器。';
      return undefined;
  }
}
