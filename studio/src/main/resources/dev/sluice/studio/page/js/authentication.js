// The card Authentication. What a form means in JSON, the server knows.

import { ask } from './api.js';
import { BEGUN, FIELDS, METHODS, SELDOM } from './authfields.js';
import { check, choice, json, secret, tags, text } from './controls.js';
import { at, current, sent, transform } from './document.js';
import { announce, box, card, el, words } from './dom.js';
import { attempt, slot } from './part.js';
import { freeRows } from './rows.js';

/** Puts fields into the document; gives the form as it is then. */
export async function change(method, fields) {
  let changed;
  await transform(async (now) => {
    const base = now.trim() === '' ? '{"parameters":{"api":{},"config":{}}}' : now;
    changed = await ask('PUT', '/api/forms/authentication', { text: base, method, fields });
    return changed.text;
  });
  return changed;
}

function control([name, label, kind, help = ''], fields, on, redraw) {
  const set = (value) => on({ [name]: value });
  const value = fields[name];
  const isOdd = value !== null && typeof value === 'object' && !['rows', 'responses', 'tags', 'json', 'expires'].includes(kind);
  if (isOdd) {
    return json(`${label} (JSON)`, value, set, 'Something else than a text.');
  }
  if (Array.isArray(kind)) {
    return choice(label, value ?? kind[0][0], kind, (chosen) => set(chosen).then(() => name === 'clientAuthentication' && redraw()), help);
  }
  switch (kind) {
    case 'secret': return secret(label, value, set, help);
    case 'secrets': return secret(label, value, set, help, 'textarea');
    case 'area': return text(label, value, set, help, 'text', 'textarea');
    case 'tags': return tags(label, typeof value === 'string' ? [value] : value, set, help);
    case 'check': return check(label, value, set, help);
    case 'json': return json(label, isEmpty(value) ? undefined : value, (next) => set(next ?? null), help);
    case 'rows': return table(label, value, set, help, false);
    case 'responses': return table(label, value, set, help, true);
    case 'expires': return lifetime(value, set);
    case 'tokens': return tokenPair(on);
    case 'bearer': return el('button', { type: 'button', onclick: () => on({ format: 'json', headers: { ...fields.headers, Authorization: { function: 'concat', args: ['Bearer ', { authorization: 'data.access_token' }] } } }).then(redraw) }, 'Send the token as Bearer');
    case 'discovery': return discovery(label, help, on, redraw);
    default: return text(label, value, set, help);
  }
}

function isEmpty(value) {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function table(label, value, set, help, hasResponse) {
  if (value !== undefined && value !== null && (typeof value !== 'object' || (Array.isArray(value) && value.length > 0))) {
    return json(label, value, set, help);
  }
  return freeRows({ title: label, value: value ?? {}, help, hasResponse, add: /header/i.test(label) ? 'Add Header' : /query/i.test(label) ? 'Add Query' : 'Add Parameter', on: set });
}

/** Never, a number of seconds, or a path into the response. */
function lifetime(value, set) {
  const kind = value === undefined || value === null ? 'never' : typeof value === 'object' && !value.rawJSON ? 'response' : 'seconds';
  const body = el('div', {});
  const draw = (chosen) => body.replaceChildren(...{
    never: () => [],
    seconds: () => [text('Seconds', kind === 'seconds' ? String(value) : '3600', (typed) => set(Number(typed) || null))],
    response: () => {
      const state = { response: value?.response ?? 'expires_in', ...(value?.relative === undefined ? {} : { relative: value.relative }) };
      return [
        text('Path in the response', state.response, (typed) => { state.response = typed; return set({ ...state }); }),
        check('It is a duration', state.relative, (isOn) => { state.relative = isOn; return set({ ...state }); }, 'Otherwise a point in time.'),
      ];
    },
  }[chosen]());
  draw(kind);
  const select = choice('Token lifetime', kind, [['never', 'It is not told'], ['seconds', 'A number of seconds'], ['response', 'From the response']], (chosen) => {
    set({ never: null, seconds: 3600, response: { response: 'expires_in', relative: true } }[chosen]);
    draw(chosen);
  });
  return el('div', {}, select, body);
}

/** Token and its secret are written together. */
function tokenPair(on) {
  const state = {};
  const set = (key) => (value) => {
    state[key] = value;
    return state.token !== undefined && state.tokenSecret !== undefined ? on({ ...state }) : null;
  };
  return el('div', { class: 'pair' }, secret('Token', undefined, set('token'), 'Both are needed to replace them.'), secret('Token secret', undefined, set('tokenSecret')));
}

function discovery(label, help, on, redraw) {
  const result = el('div', {});
  const field = text(label, '', () => {}, help);
  const input = field.querySelector('input');
  const find = () => attempt(result, async () => {
    const found = await ask('POST', '/api/discover', { issuer: input.value.trim() });
    await on({ accessTokenUrl: found.accessTokenUrl, ...(found.requestType ? { requestType: found.requestType } : {}) });
    announce(`Found ${found.accessTokenUrl}`);
    redraw();
  });
  field.append(el('button', { type: 'button', onclick: find }, 'Find the URL'), result);
  return field;
}

/** A login needs no endpoint, but a configuration does: one stands in until there is one. */
async function loginText() {
  const jobs = '/parameters/config/jobs';
  const { text: content } = current();
  if (Array.isArray(at(jobs)) && at(jobs).length > 0) {
    return content;
  }
  return (await ask('POST', '/api/edit', { text: content, edits: [{ pointer: sent(jobs), value: [{ endpoint: 'none' }] }] })).text;
}

/** A button that logs in, and what came of it; `after()` is called when the request type was changed. */
export function tokenButton(after = () => {}) {
  const result = el('div', {});
  const button = el('button', {
    type: 'button',
    onclick: async () => {
      button.disabled = true;
      result.replaceChildren(el('p', { class: 'help' }, 'Logging in …'));
      try {
        const got = await ask('POST', '/api/token', { text: await loginText() });
        result.replaceChildren(got.ok ? good(got) : bad(got, after));
      } catch (error) {
        result.replaceChildren(box('error', words(error)));
      }
      button.disabled = false;
      announce(result.textContent);
    },
  }, 'Get token');
  return el('div', { class: 'token' }, button, result);
}

function good(got) {
  if (got.logins?.length === 0) {
    return box('good', got.message);
  }
  const life = got.expires_in ? `${got.expires_in} s` : 'no lifetime given';
  const token = got.token_length ? `${got.token_length} characters, ending in ${got.token_suffix}` : '';
  return box('good', [got.status, got.token_type, life, got.scope && `scope ${got.scope}`, token, `${got.ms} ms`].filter(Boolean).join(' · '));
}

function bad(got, after) {
  const other = { form: 'Post Form', basic: 'Basic Auth' }[got.try];
  const tryIt = other ? el('button', { type: 'button', onclick: () => change('oauth2', { requestType: got.try }).then(after) }, `Try ${other} instead`) : null;
  const said = [got.provider_error, got.provider_description].filter((one) => one && !words(got.error).includes(one)).join(': ');
  return box('error', [words(got.error), said].filter(Boolean).join(' '), tryIt);
}

/** The card; drawn again when the method changes. */
export function authenticationCard() {
  const body = el('div', {}, el('p', { class: 'help' }, 'Reading …'));
  const fault = el('div', {});
  let notes = new Map();
  const read = () => ask('POST', '/api/forms/authentication', { text: current().text || '{}' }).then(draw, failed);
  const failed = (error) => body.replaceChildren(box('error', words(error)));
  const draw = (form) => {
    const method = FIELDS[form.method] ? form.method : 'custom';
    notes = new Map();
    const shown = (descriptor) => {
      const note = el('div', { class: 'findings' });
      notes.set(descriptor[0], note);
      const whole = control(descriptor, form.fields, (fields) => apply(method, fields), read);
      whole.append(note);
      return whole;
    };
    const wanted = FIELDS[method].filter((one) => isWanted(one, form.fields));
    const seldom = wanted.filter(([name]) => SELDOM[method]?.includes(name));
    body.replaceChildren(
      choice('Method', method, METHODS, (chosen) => choose(chosen)),
      ...wanted.filter((one) => !seldom.includes(one)).map(shown),
      fault, method === 'oauth2' ? '' : slot('/parameters/api/authentication'),
      method === 'none' ? '' : tokenButton(read),
      seldom.length === 0 ? '' : el('details', { class: 'inner', open: seldom.some(([name]) => name !== '' && !isEmpty(form.fields[name]) && form.fields[name] !== false) },
        el('summary', {}, 'More options'), seldom.map(shown)));
    tell(form.problems);
  };
  const tell = (problems) => {
    notes.forEach((note) => note.replaceChildren());
    problems.forEach(({ field, severity, message }) => (notes.get(field) ?? fault).append(finding(severity, message)));
  };
  const apply = async (method, fields, isChosen = false) => {
    try {
      fault.replaceChildren();
      const form = await change(method, fields);
      if (form.method !== method || isChosen) {
        draw(form);
      } else {
        tell(form.problems);
      }
    } catch (error) {
      fault.replaceChildren(box('error', words(error)));
    }
  };
  /** The JSON of a method can be edited before there is any that no other form knows. */
  const choose = (chosen) => (chosen === 'custom'
    ? draw({ method: 'custom', fields: { authentication: at('/parameters/api/authentication') }, problems: [] })
    : apply(chosen, BEGUN[chosen] ?? {}, true));
  read();
  return card('Authentication', body);
}

/** Fields of other kinds of client authentication are shown when they are set only. */
function isWanted([name, , , , only], fields) {
  return only === undefined || fields[name] !== undefined || (fields.clientAuthentication ?? 'client_secret_basic').endsWith(only);
}

function finding(severity, message) {
  const word = { error: 'Error', warning: 'Warning' }[severity] ?? 'Note';
  return el('p', { class: `finding ${severity === 'hint' ? 'info' : severity}` }, el('strong', {}, `${word}: `), message);
}
