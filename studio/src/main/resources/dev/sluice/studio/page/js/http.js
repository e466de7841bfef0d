// The page "Advanced HTTP Settings".

import { at, edit, put } from './document.js';
import { card, el } from './dom.js';
import { bound } from './form.js';
import { API, CONFIG, objectAt } from './names.js';
import { otherSettings } from './other.js';
import { attempt, redraw } from './part.js';
import { rows } from './rows.js';

const HTTP = `${API}/http`;
const RETRY = `${API}/retryConfig`;
const KNOWN = ['headers', 'defaultOptions', 'requiredHeaders', 'ignoreErrors', 'connectTimeout', 'requestTimeout'];

/** Where the original's form writes retry settings, which no run reads, and where runs look for them. */
const DEAD = { retryHeader: `${RETRY}/http/retryHeader`, maxRetries: `${RETRY}/maxRetries`, codes: `${RETRY}/http/codes` };

export function httpScreen() {
  return [
    el('h1', {}, 'Advanced HTTP Settings'),
    dead(),
    card('Sent with every request',
      rows({ title: 'Default headers', pointer: `${HTTP}/headers`, add: 'Add Header' }),
      rows({ title: 'Default query parameters', pointer: `${HTTP}/defaultOptions/params`, add: 'Add Parameter' })),
    required(),
    card('Timeouts and errors',
      el('div', { class: 'pair' },
        bound('number', 'Connect timeout (s)', `${HTTP}/connectTimeout`, { usual: 30, help: '0: no limit; empty: 30.' }),
        bound('number', 'Request timeout (s)', `${HTTP}/requestTimeout`, { usual: 300, help: '0: no limit; empty: 300.' })),
      bound('numbers', 'Ignored error codes', `${HTTP}/ignoreErrors`, { help: 'Statuses that are read like answers instead of ending the run, such as 404.' })),
    card('Retries',
      el('div', { class: 'pair' },
        bound('number', 'Max retries', `${RETRY}/maxRetries`, { usual: 10 }),
        bound('text', 'Retry header', `${RETRY}/http/retryHeader`, { usual: 'Retry-After', help: 'Says how long to wait.' })),
      bound('numbers', 'Retried codes', `${RETRY}/http/codes`, { help: 'Statuses after which a request is sent again; empty: 408, 420, 429, 500, 502, 503, 504.' })),
    certificates(),
    otherSettings(HTTP, [...KNOWN, ...Object.keys(DEAD)]),
    otherSettings(API, ['baseUrl', 'http', 'authentication', 'pagination', 'retryConfig', 'caCertificate', '#caCertificate', 'clientCertificate', '#clientCertificate'], 'Other settings of the API'),
  ];
}

function dead() {
  const found = Object.keys(DEAD).filter((key) => at(`${HTTP}/${key}`) !== undefined);
  if (found.length === 0) {
    return null;
  }
  const fault = el('div', {});
  const isThere = (key) => at(DEAD[key]) !== undefined;
  const move = () => attempt(fault, async () => {
    await edit(found.map((key) => (isThere(key) ? { pointer: `${HTTP}/${key}`, remove: true } : { pointer: DEAD[key], from: `${HTTP}/${key}` })));
    redraw();
  });
  return el('div', { class: 'box warning' },
    el('p', {}, `Note: ${found.map((key) => `http.${key}`).join(', ')} ${found.length === 1 ? 'has' : 'have'} no effect there: runs read them from retryConfig.`),
    fault, el('button', { type: 'button', onclick: move }, 'Move'));
}

/** Headers that someone has to give a value: the values stand with the user's configuration. */
function required() {
  const names = at(`${HTTP}/requiredHeaders`);
  return card('Required headers',
    bound('tags', 'Names', `${HTTP}/requiredHeaders`, { help: 'Headers that must have a value in this configuration.', after: redraw }),
    (Array.isArray(names) && names.length > 0) || Object.keys(objectAt(`${CONFIG}/http/headers`) ?? { other: 1 }).length > 0
      ? rows({ title: 'Their values', pointer: `${CONFIG}/http/headers`, add: 'Add Header' }) : null);
}

function certificates() {
  return el('details', { class: 'card', open: [`${API}/caCertificate`, `${API}/#clientCertificate`].some((one) => at(one) !== undefined) },
    el('summary', {}, el('h2', {}, 'Certificates')),
    pem('CA certificate', `${API}/caCertificate`, 'PEM. Trusted in place of the usual authorities.'),
    bound('secret', 'Client certificate and key', `${API}/#clientCertificate`, { help: 'PEM: the certificate first, then the key. It is never shown again.', tag: 'textarea' }),
    file('Client certificate and key from a file', `${API}/#clientCertificate`));
}

function pem(label, pointer, help) {
  return el('div', {}, bound('area', label, pointer, { help }), file(`${label} from a file`, pointer));
}

function file(label, pointer) {
  const fault = el('div', {});
  const input = el('input', { type: 'file', 'aria-label': label, class: 'file' });
  input.addEventListener('change', () => attempt(fault, async () => {
    await put(pointer, await input.files[0].text());
    redraw();
  }));
  return el('div', { class: 'field' }, input, fault);
}
