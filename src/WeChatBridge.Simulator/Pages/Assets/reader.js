import { $, element, time } from './dom.js';
import { get } from './server.js';

// On the real platform these addresses lie on its own hosts; here the simulator answers for them.
export const isArticle = href => /^https?:\/\/mp\.weixin\.qq\.com\/s\b/.test(href);

const isPlatformPicture = href => /^(https?:)?\/\/mmbiz\./.test(href);

export const pictureAddress = (account, href) =>
  isPlatformPicture(href) ? `/simulator/picture?${new URLSearchParams({ account, url: href })}` : href;

export function startReader(home) {
  $('toHome').addEventListener('click', home);
  $('closeReader').addEventListener('click', () => {
    $('reader').hidden = true;
    $('readerBody').replaceChildren();
  });
}

export function openArticle(account, url) {
  show('文章', element('iframe', {
    title: '文章',
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    src: `/simulator/article?${new URLSearchParams({ account, url })}`,
  }));
}

export async function openHome(account) {
  const articles = await get('/simulator/articles', { account: account.key });
  const rows = articles.map(article => element('button', {
    type: 'button', class: 'published', click: () => openArticle(account.key, article.url),
  },
  element('span', {},
    element('b', {}, article.title),
    element('small', {}, `${time(article.at, 'day')}　${article.isGone ? '已删除' : article.act}`)),
  article.pictureUrl ? element('img', { src: pictureAddress(account.key, article.pictureUrl), alt: '' }) : null));
  show('公众号主页', element('div', { class: 'home' },
    element('h2', {}, account.name),
    element('p', {}, `${account.kind === 'Service' ? '服务号' : '订阅号'}，${account.verified ? '已认证' : '未认证'}　${account.originalId}`),
    ...rows.length ? rows : [element('p', { class: 'none' }, '还没有发布过文章')]));
}

function show(title, content) {
  $('readerTitle').textContent = title;
  $('readerBody').replaceChildren(content);
  $('reader').hidden = false;
  $('closeReader').focus();
}
