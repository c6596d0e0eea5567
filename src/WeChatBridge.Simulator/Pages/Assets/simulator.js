import { lastShown, showItems, startChat } from './chat.js';
import { $, element } from './dom.js';
import { clearExchanges, showExchanges } from './exchange.js';
import { fillAccounts, showClock, showFaults, showLedger, startClock, startFaults, startLedger, startTabs } from './panels.js';
import { showMenu } from './menu.js';
import { startPhone } from './phone.js';
import { openHome, startReader } from './reader.js';
import { get, post } from './server.js';

const rhythm = 1200;
const mostKept = 2000;
const firstFollower = 'oSimulatedFollower0000000001';
const systemEvents = new Set(['MASSSENDJOBFINISH', 'PUBLISHJOBFINISH']);
const modes = { Plain: '明文模式', Compatible: '兼容模式', Safe: '安全模式（加密）' };

let accounts = [];
let entries = [];
let lastEntry = 0;
let account;
let follower = firstFollower;
let follows = true;
let waitingFor = 0;

const failed = error => {
  $('waiting').textContent = error.message;
  $('waiting').className = 'waiting error';
};

async function act(what, fields = {}) {
  waitingFor += 1;
  $('waiting').className = 'waiting';
  $('waiting').textContent = '已发出，等公众号服务器回答……（五秒没有回答会再投递，一共三次）';
  const doing = post('/simulator/act', { account: account.key, follower, act: what, ...fields });
  refresh();
  try {
    await doing;
    waitingFor -= 1;
    $('waiting').textContent = waitingFor ? $('waiting').textContent : '';
  } catch (error) {
    waitingFor -= 1;
    failed(error);
  }
  await refresh();
}

async function refresh() {
  const asked = `${account.key}/${follower}`;
  const [chat, ledger, faults, clock] = await Promise.all([
    get('/simulator/chat', { account: account.key, follower, after: lastShown() }),
    get('/simulator/ledger', { after: lastEntry }),
    get('/simulator/faults'),
    get('/simulator/clock'),
  ]);
  // Meanwhile the person may have turned to another account.
  if (asked === `${account.key}/${follower}`) {
    showItems(chat.items);
    showFollowing(chat.follows);
    showMenu(chat.menu, act);
  }
  const fresh = ledger.filter(entry => entry.sequence > lastEntry);
  lastEntry = fresh.at(-1)?.sequence ?? lastEntry;
  entries = [...entries, ...fresh].slice(-mostKept);
  showExchanges(fresh.filter(concerned));
  showLedger(fresh, false);
  showFaults(faults, key => accounts.find(each => each.key === key)?.name ?? key);
  showClock(clock);
}

// This follower's exchanges, and those that are about no follower: results of publishing, checks of the address.
const concerned = entry => entry.attempt && entry.account === account.key
  && (entry.follower === follower || entry.kind === 'check' || systemEvents.has(entry.summary.split(' #')[0]));

function showFollowing(now) {
  follows = now;
  $('followToggle').textContent = follows ? '取消关注' : '关注';
}

function choose(nextAccount, nextFollower) {
  account = nextAccount;
  follower = nextFollower;
  for (const button of $('accounts').children) {
    button.setAttribute('aria-checked', String(button.dataset.key === account.key));
  }
  addFollower(follower);
  $('follower').value = follower;
  // A reload, or a link passed on, comes back to the same chat.
  history.replaceState(null, '', `#${account.key}/${follower}`);
  $('accountName').textContent = account.name;
  $('facts').textContent = `${account.name}：${modes[account.mode]}，消息发往 ${account.callbackUrl}`;
  startChat({ ...account, tone: accounts.indexOf(account) % 3 }, (content, id) => act('tap', { text: content, key: id }));
  clearExchanges();
  showExchanges(entries.filter(concerned));
  refresh().catch(failed);
}

function addFollower(openId) {
  if (![...$('follower').options].some(option => option.value === openId)) {
    const number = $('follower').options.length + 1;
    $('follower').append(element('option', { value: openId, title: openId }, `第 ${number} 位（…${openId.slice(-4)}）`));
  }
}

function newOpenId() {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return `o${[...crypto.getRandomValues(new Uint8Array(27))].map(byte => letters[byte % letters.length]).join('')}`;
}

function startPickers() {
  $('accounts').append(...accounts.map(each => element('button', {
    type: 'button', role: 'radio', 'data-key': each.key, click: () => choose(each, follower),
  }, each.name)));
  [firstFollower, ...accounts.flatMap(each => each.followers)].forEach(addFollower);
  $('follower').addEventListener('change', () => choose(account, $('follower').value));
  $('newFollower').addEventListener('click', () => {
    choose(account, newOpenId());
  });
  for (const button of document.querySelectorAll('[data-act]')) {
    button.addEventListener('click', () => act(button.dataset.act, { text: $('text').value.trim() || '你好' }));
  }
  $('check').addEventListener('click', () => post('/simulator/check', { account: account.key }).then(refresh).catch(failed));
  $('followToggle').addEventListener('click', () => act(follows ? 'unfollow' : 'follow'));
}

async function keepLooking() {
  if (!document.hidden) {
    await refresh().catch(failed);
  }
  setTimeout(keepLooking, rhythm);
}

accounts = await get('/simulator/accounts').catch(error => { failed(error); return []; });
if (accounts.length) {
  startTabs();
  startPickers();
  startPhone(act);
  startReader(() => openHome(account));
  fillAccounts(accounts);
  startLedger(() => entries);
  startFaults(failed);
  startClock(failed);
  const [key, openId] = location.hash.slice(1).split('/');
  choose(accounts.find(each => each.key === key) ?? accounts[0], openId || firstFollower);
  setTimeout(keepLooking, rhythm);
}
