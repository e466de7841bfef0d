// Paginations: how further pages are found. Several have names, which endpoints choose from; a bare one holds for all endpoints.

import { choice, text } from './controls.js';
import { at, edit, put, renaming, step, undo } from './document.js';
import { confirmed, dialog, notice } from './dialog.js';
import { box, card, el, words } from './dom.js';
import { flat, name as called, pointer as endpointPointer } from './endpoints.js';
import { bound } from './form.js';
import { API, free, objectAt } from './names.js';
import { otherSettings } from './other.js';
import { METHODS, STOPS, initial, methodName } from './pagingmethods.js';
import { attempt, part, redraw, slot } from './part.js';
import { rows } from './rows.js';

const HERE = `${API}/pagination`;
const ALL = '(all endpoints)';

const isNamed = () => at(`${HERE}/method`) === 'multiple';

/** The names there are; a bare pagination has the empty name. */
export function paginationNames() {
  if (at(HERE) === undefined || (Array.isArray(at(HERE)) && at(HERE).length === 0)) {
    return [];
  }
  return isNamed() ? Object.keys(objectAt(`${HERE}/scrollers`) ?? {}) : [''];
}

const placeOf = (name) => (name === '' ? HERE : `${HERE}/scrollers/${step(name)}`);
const hashOf = (name) => (name === '' ? '#paginations/all' : `#paginations/name=${encodeURIComponent(name)}`);

function users(name) {
  if (name === '') {
    return flat();
  }
  return flat().filter(({ job }) => job?.scroller === name || (job?.scroller === undefined && at(`${HERE}/default`) === name));
}

export function paginationsScreen(chosen) {
  const name = chosen === 'all' ? '' : chosen?.startsWith('name=') ? decodeURIComponent(chosen.slice(5)) : chosen === undefined ? undefined : decodeURIComponent(chosen);
  return name !== undefined && paginationNames().includes(name) ? onePagination(name) : list();
}

function list() {
  const names = paginationNames();
  const fault = el('div', {});
  const start = () => attempt(fault, async () => {
    const made = await newPagination();
    if (made !== undefined) {
      location.hash = hashOf(made);
    }
  });
  return [
    el('h1', {}, 'Paginations'),
    card('Paginations',
      el('p', { class: 'help' }, 'How the next page of an endpoint is found. One pagination may serve any number of endpoints.'),
      names.length === 0 ? el('p', { class: 'empty' }, 'No pagination yet: each endpoint is read once.') : table(names),
      slot(HERE), fault,
      el('button', { type: 'button', class: 'primary', onclick: start }, 'New Pagination')),
  ];
}

function table(names) {
  return el('table', { class: 'grid', 'aria-label': 'Paginations' },
    el('thead', {}, el('tr', {}, ['Name', 'Method', 'Used by'].map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, names.map((name) => el('tr', {},
      el('th', { scope: 'row', 'data-label': 'Name' }, el('a', { href: hashOf(name) }, name || ALL), isDefault(name) ? el('span', { class: 'badge' }, 'default') : null),
      el('td', { 'data-label': 'Method' }, methodName(at(`${placeOf(name)}/method`))),
      el('td', { 'data-label': 'Used by' }, usedBy(name))))));
}

const isDefault = (name) => name !== '' && at(`${HERE}/default`) === name;

function usedBy(name) {
  const list_ = users(name);
  return list_.length === 0 ? el('span', { class: 'finding warning' }, 'no endpoint') : list_.length > 5 ? `${list_.length} endpoints` : list_.map(({ job }) => called(job)).join(', ');
}

function onePagination(name) {
  return [
    el('h1', {}, name || `Pagination ${ALL}`),
    part((draw) => {
      const here = placeOf(name);
      const method = at(`${here}/method`);
      const known = METHODS[method] ?? { fields: [] };
      const fault = el('div', {});
      return [
        card('Method',
          name === '' ? null : nameField(name, fault),
          choice('Method', method ?? '', options(method), (chosen) => attempt(fault, async () => { await changeMethod(here, chosen); draw(); })),
          slot(`${here}/method`),
          fields(here, known.fields), fault, slot(here)),
        known.fields.some(([key]) => key === 'scrollRequest') ? scrollRequest(`${here}/scrollRequest`) : null,
        stops(here),
        usage(name, draw),
        otherSettings(here, ['method', ...known.fields.map(([key]) => key), 'nextPageFlag', 'forceStop', 'limitStop']),
        el('div', { class: 'row' },
          el('button', { type: 'button', onclick: () => attempt(fault, () => remove(name)) }, 'Delete pagination'),
          el('a', { href: '#paginations' }, 'All paginations')),
      ];
    }),
  ];
}

function options(method) {
  const all = Object.entries(METHODS).map(([key, one]) => [key, one.label]);
  return method === undefined || METHODS[method] ? all : [...all, [String(method), String(method)]];
}

/** Another method keeps the stop conditions and what it understands, too. */
function changeMethod(here, chosen) {
  const { nextPageFlag, forceStop, limitStop } = at(here) ?? {};
  const kept = { ...(nextPageFlag && { nextPageFlag }), ...(forceStop && { forceStop }), ...(limitStop && { limitStop }) };
  return put(here, { ...initial(chosen), ...kept });
}

function fields(here, list_) {
  return el('div', { class: 'pair' }, list_.filter(([, , kind]) => kind !== 'object').map(([key, label, kind, usual, help]) =>
    bound(kind, label, `${here}/${key}`, kind === 'flag' ? { unless: usual, help } : { usual, help, required: usual === undefined })));
}

function scrollRequest(here) {
  return card('Scroll request',
    el('p', { class: 'help' }, 'What replaces the endpoint in all requests but the first.'),
    el('div', { class: 'pair' },
      bound('text', 'Endpoint', `${here}/endpoint`), bound('choice', 'Method', `${here}/method`, { options: [['', 'as the endpoint'], ['GET', 'GET'], ['POST', 'POST'], ['FORM', 'FORM']] })),
    rows({ title: 'Scroll parameters', pointer: `${here}/params`, add: 'Add Parameter' }));
}

function stops(here) {
  return el('details', { class: 'card', open: STOPS.some(([key]) => at(`${here}/${key}`) !== undefined) },
    el('summary', {}, el('h2', {}, 'Stop conditions')),
    STOPS.map(([key, label, parts]) => el('fieldset', {}, el('legend', {}, label),
      el('div', { class: 'pair' }, parts.map(([inner, title, kind, help]) => bound(kind, title, `${here}/${key}/${inner}`, { help, after: () => drop(`${here}/${key}`) }))))));
}

/** A condition without any key is no condition. */
function drop(place) {
  const value = at(place);
  return value !== null && typeof value === 'object' && Object.keys(value).length === 0 ? put(place, undefined) : null;
}

function usage(name, draw) {
  const list_ = users(name);
  const fault = el('div', {});
  const isUsual = isDefault(name);
  const toggle = el('input', { type: 'checkbox', checked: isUsual });
  toggle.addEventListener('change', () => attempt(fault, async () => { await put(`${HERE}/default`, toggle.checked ? name : undefined); draw(); }));
  return card('Where it is used',
    name === '' ? el('p', {}, 'All endpoints use it.') : el('div', { class: 'field' }, el('label', { class: 'check' }, toggle, 'Default: for endpoints that choose none')),
    list_.length === 0 ? el('p', { class: 'finding warning' }, 'No endpoint uses it: choose it in the card Pagination of an endpoint.')
      : el('ul', {}, list_.slice(0, 50).map(({ place, job }) => el('li', {}, el('a', { href: `#endpoint/${place}` }, called(job)))), list_.length > 50 ? el('li', {}, `and ${list_.length - 50} more`) : null),
    fault);
}

function nameField(name, fault) {
  return text('Name', name, (typed) => attempt(fault, async () => {
    const wanted = typed.trim();
    if (wanted === '' || wanted === name) {
      return;
    }
    if (paginationNames().includes(wanted)) {
      throw { message: `There is a pagination ${wanted} already.` };
    }
    await edit(() => [
      ...renaming(`${HERE}/scrollers`, name, wanted),
      ...(isDefault(name) ? [{ pointer: `${HERE}/default`, value: wanted }] : []),
      ...flat().filter(({ job }) => job?.scroller === name).map(({ place }) => ({ pointer: `${endpointPointer(place)}/scroller`, value: wanted })),
    ]);
    location.replace(hashOf(wanted));
  }), 'Endpoints that use it follow.');
}

async function remove(name) {
  const list_ = name === '' ? [] : users(name);
  const sure = list_.length === 0 || await confirmed(`${name} is used`, [
    el('p', {}, 'These endpoints will be read once only:'), el('ul', {}, list_.slice(0, 30).map(({ job }) => el('li', {}, called(job)))),
  ], 'Delete all the same');
  if (!sure) {
    return;
  }
  await edit(() => [
    ...(paginationNames().length <= 1 ? [{ pointer: HERE, remove: true }] : [{ pointer: placeOf(name), remove: true }]),
    ...(isDefault(name) && paginationNames().length > 1 ? [{ pointer: `${HERE}/default`, remove: true }] : []),
    ...flat().filter(({ job }) => name !== '' && job?.scroller === name).map(({ place }) => ({ pointer: `${endpointPointer(place)}/scroller`, remove: true })),
  ]);
  location.hash = '#paginations';
  notice(`${name || 'The pagination'} was deleted.`, 'Undo', () => { undo(); redraw(); });
}

/** The dialog "New Pagination"; gives the name, or undefined when it was left. */
export function newPagination() {
  const state = { name: '', method: 'offset', values: initial('offset') };
  return dialog('New Pagination', (close) => {
    const fault = el('div', {});
    const finish = async () => {
      try {
        fault.replaceChildren();
        close(await write(state));
      } catch (error) {
        fault.replaceChildren(box('error', words(error)));
      }
    };
    return [
      text('Name', '', (typed) => { state.name = typed.trim(); }, 'Required; endpoints choose it by its name.'),
      part((draw) => [
        choice('Method', state.method, options(state.method), (chosen) => { state.method = chosen; state.values = initial(chosen); draw(); }),
        METHODS[state.method].fields.filter(([, , kind]) => kind !== 'object').map((field) => draftField(field, state)),
      ]),
      fault,
      el('button', { type: 'button', class: 'primary wide', onclick: finish }, 'Create Pagination'),
    ];
  });
}

function draftField([key, label, kind, usual, help], state) {
  const set = (value) => { state.values[key] = value; };
  if (kind === 'flag') {
    return choice(label, String(state.values[key] ?? usual), [['true', 'True'], ['false', 'False']], (chosen) => set(chosen === 'true'), help);
  }
  const field = text(usual === undefined ? `${label} (required)` : label, state.values[key] ?? '', (typed) => set(kind === 'number' ? typed.trim() : typed), help);
  return field;
}

/** A second pagination gives the bare one a name, which stays the default: the endpoints behave as before. */
async function write({ name, method, values }) {
  const present = paginationNames();
  if (name === '') {
    throw { message: 'Enter a name.' };
  }
  if (present.includes(name)) {
    throw { message: `There is a pagination ${name} already.` };
  }
  const value = Object.fromEntries(METHODS[method].fields.map(([key, label, kind, usual]) => [key, checked(values[key], label, kind, usual)]).filter(([, one]) => one !== undefined));
  const scroller = { method, ...value };
  if (present.length === 1 && present[0] === '') {
    const former = free('all-endpoints', [name]);
    await edit([{ pointer: HERE, value: { method: 'multiple', default: former, scrollers: { [former]: at(HERE), [name]: scroller } } }]);
  } else if (present.length === 0) {
    await edit([{ pointer: HERE, value: { method: 'multiple', scrollers: { [name]: scroller } } }]);
  } else {
    await edit([{ pointer: `${HERE}/scrollers/${step(name)}`, value: scroller }]);
  }
  return name;
}

function checked(value, label, kind, usual) {
  if (value === '' || value === undefined) {
    if (usual === undefined) {
      throw { message: `Enter ${label}.` };
    }
    return undefined;
  }
  if (kind === 'number' && typeof value === 'string') {
    if (!/^\d+$/.test(value)) {
      throw { message: `${label} is a number.` };
    }
    return Number(value);
  }
  return value;
}
