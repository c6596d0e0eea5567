export const $ = id => document.getElementById(id);

// element('p', { class: 'x', title: 'y' }, 'text', otherElement): text is always text, never markup.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value != null && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.filter(child => child != null));
  return made;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}

// The office's zone, wherever the browser stands.
const zone = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' };
const formats = {
  clock: new Intl.DateTimeFormat('zh-CN', { ...zone, hour: '2-digit', minute: '2-digit' }),
  second: new Intl.DateTimeFormat('zh-CN', { ...zone, hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  day: new Intl.DateTimeFormat('zh-CN', { ...zone, month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' }),
  full: new Intl.DateTimeFormat('zh-CN', {
    ...zone, year: 'numeric', month: 'long', day: 'numeric', weekday: 'long', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }),
};

export const time = (at, form) => formats[form].format(new Date(at));
