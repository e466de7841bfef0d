// Import of a cURL command: an endpoint, and what else the command tells.

import { ask } from './api.js';
import { change } from './authentication.js';
import { current, edit, setText } from './document.js';
import { box, card, el, words } from './dom.js';
import { EMPTY } from './start.js';

const JOBS = '/parameters/config/jobs';

export function curlScreen() {
  const area = el('textarea', { spellcheck: 'false', 'aria-label': 'cURL command', placeholder: "curl 'https://api.example.com/v1/orders?limit=100' -H 'Authorization: Bearer …'" });
  const result = el('div', {});
  const read = async () => {
    result.replaceChildren();
    try {
      const text = current().text.trim() === '' ? EMPTY : current().text;
      const answer = await ask('POST', '/api/actions/load_from_curl', { text, inputs: { __CURL_COMMAND: area.value } });
      if (answer.status === 'error') {
        throw answer.error;
      }
      result.replaceChildren(...found(answer.result));
    } catch (error) {
      result.replaceChildren(box('error', words(error)));
    }
  };
  return [
    el('h1', {}, 'Import a cURL command'),
    card('Command', el('p', { class: 'help' }, 'Browsers and API documentation give requests as cURL commands. Nothing is sent; secrets go into the authentication.'),
      area, el('div', { class: 'row' }, el('button', { type: 'button', class: 'primary', onclick: read }, 'Read the command')), result),
  ];
}

function found(read) {
  const { job, authentication, baseUrl } = read;
  const useBase = el('input', { type: 'checkbox', checked: Boolean(baseUrl) });
  const useLogin = el('input', { type: 'checkbox', checked: Boolean(authentication) });
  const fault = el('div', {});
  const take = async () => {
    try {
      await add(job, baseUrl && useBase.checked ? baseUrl : null, authentication && useLogin.checked ? authentication : null);
    } catch (error) {
      fault.replaceChildren(box('error', words(error)));
    }
  };
  const left = (read.notImported ?? []).map(({ option, reason }) => el('li', {}, `${option}: ${reason}`));
  return [
    el('h3', {}, 'Endpoint'), el('pre', { tabindex: '0' }, JSON.stringify(job, null, 2)),
    baseUrl ? el('label', { class: 'check' }, useBase, `Use ${baseUrl.url} as the base URL`) : null,
    authentication ? el('label', { class: 'check' }, useLogin, `Use the credentials of ${authentication.place} as ${authentication.method} authentication`) : null,
    ...(read.notes ?? []).map((note) => box('warning', note)),
    left.length ? el('div', {}, el('h3', {}, 'Not imported'), el('ul', {}, left)) : null,
    el('div', { class: 'row' }, el('button', { type: 'button', class: 'primary', onclick: take }, 'Add the endpoint')), fault,
  ].filter(Boolean);
}

async function add(job, baseUrl, authentication) {
  if (current().text.trim() === '') {
    setText(EMPTY);
  }
  const jobs = JSON.parse(current().text).parameters?.config?.jobs;
  const index = Array.isArray(jobs) ? jobs.length : 0;
  const endpoint = baseUrl ? { ...job, endpoint: baseUrl.endpoint } : job;
  const edits = baseUrl ? [{ pointer: '/parameters/api/baseUrl', value: baseUrl.url }] : [];
  edits.push(index === 0 ? { pointer: JOBS, value: [endpoint] } : { pointer: `${JOBS}/-`, value: endpoint });
  await edit(edits);
  if (authentication) {
    await change(authentication.method, authentication.fields);
  }
  location.hash = `#endpoint/${index}`;
}
