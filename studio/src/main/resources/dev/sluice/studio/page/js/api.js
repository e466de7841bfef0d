// Asks the studio's server. Failures are thrown as the server's own error objects.

const KEY = 'sluice-token';

async function answer(response) {
  const type = response.headers.get('Content-Type') || '';
  const body = type.includes('json') ? await response.json() : await response.text();
  if (!response.ok) {
    throw body.error || { code: 'unreadable', message: `The studio answered ${response.status}.` };
  }
  return body;
}

export async function ask(method, path, body, headers = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: { 'X-Sluice-Token': sessionStorage.getItem(KEY) || '', 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw { code: 'gone', message: 'The studio does not answer.', hint: 'Is it still running in the terminal?' };
  }
  return answer(response);
}

/** Changes the code of the launch address, or a password, into a session. */
export async function enter(proof) {
  const { token } = await ask('POST', '/api/session', proof);
  sessionStorage.setItem(KEY, token);
}

export function hasSession() {
  return sessionStorage.getItem(KEY) !== null;
}

/** Saves a file that needs the session, by an address that is good once. */
export async function download(path) {
  const { href } = await ask('POST', '/api/tickets', { path });
  location.assign(href);
}

/** Calls `on(type, data)` for each event of a run, until the last one. */
export async function events(path, on, signal) {
  const response = await fetch(path, { headers: { 'X-Sluice-Token': sessionStorage.getItem(KEY) || '' }, signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const type = /^event: (.*)$/m.exec(block);
      const data = /^data: (.*)$/m.exec(block);
      if (type && data) {
        on(type[1], JSON.parse(data[1]));
      }
    }
  }
}
