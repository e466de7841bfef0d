// User parameters and user data: named values, their kinds, where they are used, and their dialog.

import { ask } from './api.js';
import { choice, json, secret, text } from './controls.js';
import { at, current, edit, parseJson, put, renaming, step, transform, undo } from './document.js';
import { confirmed, dialog, notice } from './dialog.js';
import { box, card, el, words } from './dom.js';
import { brief, functionEditor, isFunction } from './functions.js';
import { CONFIG, isReserved, objectAt, userParameters } from './names.js';
import { part, redraw, slot } from './part.js';
import { bin } from './rows.js';

const TYPES = ['Text', 'Secret', 'Number', 'True/False', 'List', 'Function', 'JSON'];

/** Where named values live. */
const PARAMETERS = {
  title: 'User Parameters', one: 'User Parameter', holder: CONFIG, types: TYPES,
  names: userParameters,
  help: 'Named values of this configuration. Other places use them as {"attr": "name"}; each can be changed here in one place.',
};
const DATA = {
  title: 'User Data', one: 'User Data', holder: `${CONFIG}/userData`, types: TYPES.filter((type) => type !== 'Secret'),
  names: () => Object.keys(objectAt(`${CONFIG}/userData`) ?? {}),
  help: 'Columns that are added to every record of the top-level endpoints.',
};

const place = (kind, name) => `${kind.holder}/${step(name)}`;

function typeOf(name, value) {
  if (name.startsWith('#')) {
    return 'Secret';
  }
  switch (true) {
    case typeof value === 'string': return 'Text';
    case typeof value === 'number' || Boolean(value?.rawJSON): return 'Number';
    case typeof value === 'boolean': return 'True/False';
    case isFunction(value): return 'Function';
    case Array.isArray(value) && value.every((one) => typeof one === 'string'): return 'List';
    default: return 'JSON';
  }
}

const EMPTY = { Text: '', Secret: '', Number: 0, 'True/False': true, List: [], Function: { function: 'date', args: ['Y-m-d H:i:s'] }, JSON: {} };

export const parametersScreen = () => screen(PARAMETERS);
export const userDataScreen = () => screen(DATA);

function screen(kind) {
  return [
    el('h1', {}, kind.title),
    part((draw) => card(kind.title,
      el('p', { class: 'help' }, kind.help),
      objectAt(kind.holder) === null
        ? json(`${kind.title}: ${kind.holder}`, at(kind.holder), (value) => put(kind.holder, value).then(draw))
        : list(kind, draw),
      kind === DATA ? slot(kind.holder) : null,
      el('button', { type: 'button', class: 'primary', onclick: () => asked(kind).then((name) => name && draw()) }, `New ${kind.one}`))),
  ];
}

function list(kind, draw) {
  const names = kind.names();
  if (names.length === 0) {
    return el('p', { class: 'empty' }, `No ${kind.title.toLowerCase()} yet.`);
  }
  return el('table', { class: 'grid', 'aria-label': kind.title },
    el('thead', {}, el('tr', {}, ['Name', 'Type', 'Value'].map((head) => el('th', { scope: 'col' }, head)), el('th', { scope: 'col' }, el('span', { class: 'quiet' }, 'Actions')))),
    el('tbody', {}, names.map((name) => row(kind, name, draw))));
}

function row(kind, name, draw) {
  const value = at(place(kind, name));
  const type = typeOf(name, value);
  return el('tr', {},
    el('th', { scope: 'row', 'data-label': 'Name' }, name, slot(place(kind, name))),
    el('td', { 'data-label': 'Type' }, type),
    el('td', { 'data-label': 'Value', class: 'mono' }, type === 'Secret' ? '••••••••' : typeof value === 'string' ? value : brief(value)),
    el('td', { class: 'acts' },
      el('button', { type: 'button', 'aria-label': `Edit ${name}`, onclick: () => asked(kind, name).then((done) => done && draw()) }, 'Edit'),
      bin(`Delete ${name}`, () => remove(kind, name, draw))));
}

async function remove(kind, name, draw) {
  const uses = kind === PARAMETERS ? (await ask('POST', '/api/parameters/uses', { text: current().text, name })).uses : [];
  const sure = uses.length === 0 || await confirmed(`${name} is used`, [
    el('p', {}, `Without ${name} these places have no value:`),
    el('ul', {}, uses.map((use) => el('li', { class: 'mono' }, use))),
  ], 'Delete all the same');
  if (sure) {
    await put(place(kind, name), undefined);
    draw();
    notice(`${name} was deleted.`, 'Undo', () => { undo(); redraw(); });
  }
}

/** The dialog for a new user parameter; gives its name, or undefined when it was left. */
export function createParameter() {
  return asked(PARAMETERS);
}

/** The dialog for a new value, or for one that is there; gives the name when something was written. */
function asked(kind, name = '') {
  const isNew = name === '';
  const state = { name, value: isNew ? '' : at(place(kind, name)), type: isNew ? 'Text' : typeOf(name, at(place(kind, name))) };
  return dialog(isNew ? `New ${kind.one}` : `${kind.one} ${name}`, (close) => {
    const fault = el('div', {});
    const finish = async () => {
      try {
        fault.replaceChildren();
        close(await write(kind, name, state));
      } catch (error) {
        fault.replaceChildren(box('error', words(error)));
      }
    };
    return [
      text('Name', name, (typed) => { state.name = typed.trim(); }, isNew ? 'A secret gets # in front of its name.' : 'All places that use it follow.'),
      part((draw) => [
        choice('Type', state.type, kind.types.map((type) => [type, type]), (type) => { state.type = type; state.value = EMPTY[type]; draw(); }),
        valueEditor(state),
      ]),
      fault,
      el('div', { class: 'row end' }, el('button', { type: 'button', onclick: () => close() }, 'Cancel'),
        el('button', { type: 'button', class: 'primary', onclick: finish }, isNew ? (kind === PARAMETERS ? 'Create Parameter' : 'Create User Data') : 'Done')),
    ];
  });
}

function valueEditor(state) {
  const set = (value) => { state.value = value; };
  switch (state.type) {
    case 'Secret': return secret('Value', state.value, set, 'It is never shown again.');
    case 'Number': return text('Value', state.value?.rawJSON ?? String(state.value), (typed) => set(typed.trim()));
    case 'True/False': return choice('Value', String(state.value), [['true', 'True'], ['false', 'False']], (chosen) => set(chosen === 'true'));
    case 'List': return text('Values', state.value.join('\n'), (typed) => set(typed.split('\n').filter((line) => line !== '')), 'One on each line.', 'text', 'textarea');
    case 'Function': return functionEditor(state.value, set);
    case 'JSON': return json('Value', state.value, set);
    default: return text('Value', state.value, set);
  }
}

/** Puts what the dialog says into the document; gives the name. */
async function write(kind, before, { name, type, value }) {
  const wanted = type === 'Secret' && !name.startsWith('#') ? `#${name}` : name;
  if (name === '' || name === '#') {
    throw { message: 'Enter a name.' };
  }
  if (kind === PARAMETERS && isReserved(wanted)) {
    throw { message: `${wanted} has a meaning of its own: choose another name.` };
  }
  if (wanted !== before && Object.hasOwn(objectAt(kind.holder) ?? {}, wanted)) {
    throw { message: `There is ${wanted} already.` };
  }
  const written = type === 'Number' ? numberOf(value) : value;
  if (before !== '' && wanted !== before) {
    await (kind === PARAMETERS
      ? transform(async (now) => (await ask('POST', '/api/parameters/rename', { text: now, from: before, to: wanted })).text)
      : edit(() => renaming(kind.holder, before, wanted)));
  }
  await put(place(kind, wanted), written);
  return wanted;
}

function numberOf(value) {
  if (typeof value === 'string') {
    if (!/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) {
      throw { message: 'Enter a number.' };
    }
    return parseJson(value);
  }
  return value;
}
