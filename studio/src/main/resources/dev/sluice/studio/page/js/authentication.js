// The card Authentication. What a form means in JSON, the server knows.

import { ask } from './api.js';
import { check, choice, json, secret, tags, text } from './controls.js';
import { at, current, setText } from './document.js';
import { announce, box, card, el, words } from './dom.js';

const METHODS = [
  ['oauth2', 'OAuth 2.0 Client Credentials'], ['none', 'None'], ['basic', 'Basic'], ['bearer', 'Bearer token'], ['api-key', 'API key'],
  ['query', 'Query'], ['login', 'Login'], ['oauth20.client-credentials', 'OAuth 2.0 Client Credentials, all methods (Sluice only)'],
  ['oauth20', 'OAuth 2.0'], ['oauth20.login', 'OAuth 2.0 Login'], ['oauth10', 'OAuth 1.0'], ['aws', 'AWS signature'], ['custom', 'Other (JSON)'],
];
const LOGIN = [
  ['url', 'Login URL'], ['method', 'Method', ['GET', 'POST', 'FORM']], ['params', 'Parameters', 'json'], ['headers', 'Headers', 'json'],
  ['format', 'Answer', ['json', 'text']], ['apiHeaders', 'Headers of API requests', 'json'], ['apiQuery', 'Query of API requests', 'json'], ['expires', 'Expires', 'json'],
];
const STORED = [['clientId', 'Client ID'], ['clientSecret', 'Client secret', 'secret']];
const FIELDS = {
  none: [],
  basic: [['username', 'User name'], ['password', 'Password', 'secret']],
  bearer: [['token', 'Token', 'secret']],
  'api-key': [['key', 'Name'], ['token', 'Key', 'secret'], ['addTo', 'Goes into', [['header', 'a header'], ['query', 'the query']]]],
  oauth2: [
    ['requestType', 'Login Request type', [['basic', 'Basic Auth'], ['form', 'Post Form']]], ['clientId', 'Client ID'], ['clientSecret', 'Client Secret', 'secret'],
    ['accessTokenUrl', 'Access Token URL'], ['scopes', 'Scopes', 'tags', 'Enter or space makes a tag.'], ['encoded', 'Encode ID and secret (only where a server asks for it)', 'check'],
  ],
  query: [['parameters', 'Parameters', 'json']],
  custom: [['authentication', 'Authentication', 'json']],
  login: LOGIN,
  oauth10: STORED,
  oauth20: [...STORED, ['headers', 'Headers', 'json'], ['query', 'Query', 'json']],
  'oauth20.login': [...STORED, ...LOGIN],
  'oauth20.client-credentials': [
    ['tokenUrl', 'Token URL'], ['issuer', 'or Issuer'], ['clientId', 'Client ID'],
    ['clientAuthentication', 'Client authentication', ['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'tls_client_auth', 'self_signed_tls_client_auth']],
    ['clientSecret', 'Client secret', 'secret'], ['privateKey', 'Private key (PEM or JWK)', 'secret'], ['keyId', 'Key ID'],
    ['scopes', 'Scopes', 'tags'], ['audience', 'Audience'], ['resource', 'Resources', 'tags'],
  ],
  aws: [['accessKeyId', 'Access key ID'], ['secretKey', 'Secret key', 'secret'], ['serviceName', 'Service'], ['regionName', 'Region']],
};

/** Puts fields into the document. */
export async function change(method, fields) {
  const base = current().text.trim() === '' ? '{"parameters":{"api":{},"config":{}}}' : current().text;
  const changed = await ask('PUT', '/api/forms/authentication', { text: base, method, fields });
  setText(changed.text);
  return changed;
}

function control([name, label, kind, help], fields, on) {
  const set = (value) => on({ [name]: value });
  if (Array.isArray(kind)) {
    return choice(label, fields[name] ?? (kind[0][0].length > 1 ? kind[0][0] : kind[0]), kind.map((one) => (Array.isArray(one) ? one : [one, one])), set);
  }
  switch (kind) {
    case 'secret': return secret(label, fields[name], set, help);
    case 'tags': return tags(label, fields[name], set, help);
    case 'check': return check(label, fields[name], set);
    case 'json': return json(label, fields[name], set, help);
    default: return text(label, typeof fields[name] === 'object' ? JSON.stringify(fields[name]) : fields[name], set, help);
  }
}

/** A login needs no endpoint, but a configuration does: one stands in until there is one. */
async function loginText() {
  const jobs = '/parameters/config/jobs';
  const { text: content } = current();
  if (Array.isArray(at(jobs)) && at(jobs).length > 0) {
    return content;
  }
  return (await ask('POST', '/api/edit', { text: content, edits: [{ pointer: jobs, value: [{ endpoint: 'none' }] }] })).text;
}

/** A button that logs in, and what came of it. */
export function tokenButton() {
  const result = el('div', {});
  const button = el('button', {
    type: 'button',
    onclick: async () => {
      button.disabled = true;
      result.replaceChildren(el('p', { class: 'help' }, 'Logging in …'));
      try {
        const got = await ask('POST', '/api/token', { text: await loginText() });
        result.replaceChildren(got.ok ? good(got) : bad(got));
      } catch (error) {
        result.replaceChildren(box('error', words(error)));
      }
      button.disabled = false;
      announce(result.textContent);
    },
  }, 'Get token');
  return el('div', {}, button, result);
}

function good(got) {
  const life = got.expires_in ? `${got.expires_in} s` : 'no lifetime given';
  return box('good', got.logins?.length === 0 ? got.message : [got.status, got.token_type, life, got.scope && `scope ${got.scope}`, `${got.ms} ms`].filter(Boolean).join(' · '));
}

function bad(got) {
  const other = { form: 'Post Form', basic: 'Basic Auth' }[got.try];
  const tryIt = other ? el('button', { type: 'button', onclick: () => change('oauth2', { requestType: got.try }) }, `Try ${other}`) : null;
  return box('error', words(got.error), tryIt);
}

/** The card; drawn again when the method changes. */
export function authenticationCard() {
  const body = el('div', {}, el('p', { class: 'help' }, 'Reading …'));
  const draw = (form) => {
    const method = FIELDS[form.method] ? form.method : 'custom';
    body.replaceChildren(
      choice('Method', method, METHODS, (chosen) => apply(chosen, {})),
      ...FIELDS[method].map((descriptor) => control(descriptor, form.fields, (fields) => apply(method, fields))),
      ...form.problems.map((problem) => box(problem.severity === 'error' ? 'error' : 'warning', problem.message)),
      method === 'none' ? '' : tokenButton());
  };
  const apply = async (method, fields) => {
    try {
      const form = await change(method, fields);
      if (form.method !== method || Object.keys(fields).length === 0) {
        draw(form);
      }
    } catch (error) {
      body.append(box('error', words(error)));
    }
  };
  ask('POST', '/api/forms/authentication', { text: current().text || '{}' }).then(draw, (error) => body.replaceChildren(box('error', words(error))));
  return card('Authentication', body);
}
