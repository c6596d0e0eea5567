// Asks the simulator. Every refusal comes back as an Error with a sentence in Chinese.
const noAnswer = '模拟器没有回答，它可能已经停止。';

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, { cache: 'no-store', ...options });
  } catch {
    throw new Error(noAnswer);
  }
  const text = await response.text();
  const body = text ? JSON.parse(text) : null;
  if (!response.ok) {
    throw new Error(body?.error ?? `模拟器拒绝了（${response.status}）`);
  }
  return body;
}

export function get(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== '' && value != null);
  return ask(given.length ? `${path}?${new URLSearchParams(given)}` : path);
}

export const post = (path, body) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const remove = path => ask(path, { method: 'DELETE' });
