'use strict';
// Lets node-easywechat, an SDK that is not ours, call a platform and answer callbacks.
//
// stdin:  { account:  { baseUri, appId, secret, token, aesKey, stable },
//           calls:    [{ name, method, path, json | file: { name, base64 } }],
//           messages: [{ url, body, reply }] }
// stdout: { answers:  { name: answer },
//           messages: [{ message, response } | { refusal }] }
//
// In a call's json, "{{name.member}}" stands for a member of an earlier answer. A message is given to the SDK's server as it
// came over HTTP (url with its query, body); what the server understood and what it answers come back.

const { FormData, OfficialAccount, ServerRequest } = require('node-easywechat');

function openAccount(account) {
  const app = new OfficialAccount({
    app_id: account.appId,
    secret: account.secret,
    token: account.token,
    aes_key: account.aesKey,
    use_stable_access_token: account.stable === true,
    http: { baseURL: account.baseUri },
  });
  // The SDK would keep its token in a file of the temporary folder and find it again in the next run.
  const kept = new Map();
  app.setCache({
    get: async (key, otherwise = null) => kept.get(key) ?? otherwise,
    set: async (key, value) => { kept.set(key, value); return true; },
    delete: async (key) => kept.delete(key),
    has: async (key) => kept.has(key),
    clear: async () => { kept.clear(); return true; },
  });
  return app;
}

function fillIn(json, answers) {
  const text = JSON.stringify(json).replace(/\{\{(\w+)\.(\w+)\}\}/g, (_, name, member) => answers[name][member]);
  return JSON.parse(text);
}

async function call(client, step, answers) {
  if (step.file) {
    const formData = new FormData();
    formData.append('media', Buffer.from(step.file.base64, 'base64'), { filename: step.file.name });
    return (await client.post(step.path, { formData })).toObject();
  }

  const response = step.method === 'get'
    ? await client.get(step.path)
    : await client.postJson(step.path, fillIn(step.json, answers));
  return response.toObject();
}

async function receive(account, { url, body, reply }) {
  const app = openAccount(account);
  app.setRequest(new ServerRequest('POST', url, { 'content-type': 'text/xml' }, Buffer.from(body)));
  let understood = null;
  const server = app.getServer();
  server.with((message) => {
    understood = JSON.parse(message.toJson());
    return reply;
  });
  try {
    const response = await server.serve();
    return { message: understood, response: response.getBody().toString() };
  } catch (error) {
    return { refusal: error.message };
  }
}

async function main() {
  const parts = [];
  for await (const part of process.stdin) {
    parts.push(part);
  }

  const input = JSON.parse(Buffer.concat(parts).toString('utf8'));
  const output = { answers: {}, messages: [] };
  const client = openAccount(input.account).getClient();
  for (const step of input.calls ?? []) {
    output.answers[step.name] = await call(client, step, output.answers);
  }

  for (const message of input.messages ?? []) {
    output.messages.push(await receive(input.account, message));
  }

  process.stdout.write(JSON.stringify(output));
}

main().catch((error) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
