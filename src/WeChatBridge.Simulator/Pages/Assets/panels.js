import { $, element, time } from './dom.js';
import { inside, kindName, verdict } from './exchange.js';
import { post, remove } from './server.js';

const mostRows = 200;

const faultNames = {
  Latency: '迟迟不回答', DropBeforeActing: '没有执行就断线', DropAfterActing: '执行了，但回答没送到', ServerError: '平台内部错误',
  MalformedJson: '回答不是正确的 JSON', ErrorCode: '返回错误码', RightWithdrawn: '接口权限被收回',
};

const outcomes = { 'dropped before acting': '没有执行就断线', 'dropped after acting': '执行了，回答没送到', malformed: '回答被弄坏' };

export function startTabs() {
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  for (const tab of tabs) {
    tab.addEventListener('click', () => tabs.forEach(each => {
      each.setAttribute('aria-selected', String(each === tab));
      $(each.getAttribute('aria-controls')).hidden = each !== tab;
    }));
  }
}

export function fillAccounts(accounts) {
  for (const id of ['ledgerAccount', 'faultAccount']) {
    $(id).append(...accounts.map(account => element('option', { value: account.key }, account.name)));
  }
}

export function startLedger(entries) {
  for (const id of ['ledgerDirection', 'ledgerAccount', 'ledgerPath']) {
    $(id).addEventListener('input', () => showLedger(entries(), true));
  }
}

export function showLedger(entries, afresh) {
  const list = $('entries');
  if (afresh) {
    list.replaceChildren();
  }
  for (const entry of entries.filter(wanted)) {
    list.prepend(element('li', {}, ledgerRow(entry)));
  }
  while (list.children.length > mostRows) {
    list.lastElementChild.remove();
  }
  $('noEntries').hidden = list.children.length > 0;
}

function wanted(entry) {
  const direction = $('ledgerDirection').value;
  const account = $('ledgerAccount').value;
  return (!direction || entry.direction === direction)
    && (!account || entry.account === account)
    && entry.path.includes($('ledgerPath').value);
}

function ledgerRow(entry) {
  const [words, tone] = entry.attempt ? verdict(entry) : outcome(entry.outcome);
  const row = element('details', {},
    element('summary', {},
      element('span', { class: 'when' }, `${entry.sequence}　${time(entry.at, 'second')}`),
      element('span', { class: 'badge quiet' }, entry.direction === 'Sent' ? '平台 → 公众号' : '公众号 → 平台'),
      element('span', { class: 'what' }, entry.attempt ? kindName(entry.summary.split(' #')[0]) : entry.path),
      element('span', { class: 'grow' }, entry.attempt ? entry.path : entry.summary),
      element('span', { class: `badge ${tone}` }, words)));
  // A long ledger stays light: the bodies are drawn when someone looks.
  row.addEventListener('toggle', () => row.append(entry.attempt ? inside(entry.attempt) : bodies(entry)), { once: true });
  return row;
}

function outcome(word) {
  if (word === 'ok') {
    return ['成功', ''];
  }
  const number = /^5\d\d$/.test(word) ? `状态 ${word}` : `错误码 ${word}`;
  return [outcomes[word] ?? number, 'bad'];
}

const bodies = entry => element('div', { class: 'inside' },
  element('h3', {}, '请求'), element('pre', {}, entry.requestBody || '（空）'),
  element('h3', {}, '回答'), element('pre', {}, entry.responseBody || '（空）'));

export function startFaults(failed) {
  const form = $('faultForm');
  const fit = () => form.querySelectorAll('[data-for]').forEach(label => {
    const needs = label.dataset.for;
    label.hidden = needs === 'Times' ? $('faultKind').value === 'RightWithdrawn' : needs !== $('faultKind').value;
  });
  $('faultKind').addEventListener('input', fit);
  fit();
  form.addEventListener('submit', event => {
    event.preventDefault();
    const kind = $('faultKind').value;
    post('/simulator/faults', {
      kind,
      account: $('faultAccount').value,
      path: $('faultPath').value.trim(),
      times: Number($('faultTimes').value) || 1,
      delaySeconds: Number($('faultDelay').value) || 0,
      code: Number($(kind === 'ServerError' ? 'faultStatus' : 'faultErrorCode').value) || 0,
    }).catch(failed);
  });
}

let drawnFaults = '';

export function showFaults(faults, nameOf) {
  const drawing = JSON.stringify(faults);
  if (drawing === drawnFaults) {
    return;
  }
  drawnFaults = drawing;
  $('faultList').replaceChildren(...faults.map(fault => element('li', {},
    element('span', {}, faultWords(fault, nameOf)),
    element('button', { type: 'button', class: 'plain', click: () => remove(`/simulator/faults/${fault.id}`) }, '撤销'))));
  $('noFaults').hidden = faults.length > 0;
}

function faultWords(fault, nameOf) {
  const where = `${fault.account ? nameOf(fault.account) : '任意公众号'}，${fault.path ?? '任意接口'}`;
  const what = fault.kind === 'ErrorCode' || fault.kind === 'ServerError' ? `${faultNames[fault.kind]} ${fault.code}`
    : fault.kind === 'Latency' ? `${faultNames.Latency}（${fault.delay}）` : faultNames[fault.kind];
  return `${what} · ${where} · ${fault.times ? `还有 ${fault.times} 次` : '直到撤销'}`;
}

export function startClock(failed) {
  const set = change => post('/simulator/clock', change).then(showClock).catch(failed);
  $('clockToggle').addEventListener('click', () => set({ manual: $('clockToggle').dataset.manual !== 'true' }));
  for (const step of document.querySelectorAll('[data-seconds]')) {
    step.addEventListener('click', () => set({ manual: true, advanceSeconds: Number(step.dataset.seconds) }));
  }
}

export function showClock(clock) {
  $('phoneTime').textContent = time(clock.now, 'clock');
  $('clockNow').textContent = time(clock.now, 'full');
  $('clockState').textContent = clock.manual ? '停着' : '在走';
  $('clockState').className = clock.manual ? 'badge wait' : 'badge';
  $('clockToggle').dataset.manual = clock.manual;
  $('clockToggle').textContent = clock.manual ? '让它走' : '停住时钟';
}
