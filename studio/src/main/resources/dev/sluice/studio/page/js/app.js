// The frame: session, sidebar, header, and which screen is shown. Each screen has its own fragment.

import { ask, enter, hasSession } from './api.js';
import { authenticationCard } from './authentication.js';
import { text } from './controls.js';
import { at, current, edit, json, load, onChange, redo, save, setText, undo } from './document.js';
import { announce, box, card, el, words } from './dom.js';
import { curlScreen } from './curl.js';
import { all } from './endpoints.js';
import { destinationCard, otherConfig } from './more.js';
import { setFindings } from './part.js';
import { run, runsScreen } from './run.js';
import { apiEntries, formScreen, moreEntries, userEntries } from './screens.js';
import { help, listen } from './shortcuts.js';
import { endpointTree } from './sidebar.js';
import { beginScreen, startScreen } from './start.js';

const main = document.getElementById('main');
const side = document.getElementById('side');
const button = (id) => document.getElementById(id);
let problems = [];
let checking = 0;

function baseScreen() {
  const fault = el('div', {});
  return [
    el('h1', {}, 'Base configuration'),
    card('Base URL', text('Base URL', typeof at('/parameters/api/baseUrl') === 'string' ? at('/parameters/api/baseUrl') : '',
      (value) => edit([{ pointer: '/parameters/api/baseUrl', value }]).then(() => fault.replaceChildren(), (error) => fault.replaceChildren(box('error', words(error)))),
      'Where the endpoints begin; ends with a slash.'), fault),
    authenticationCard(),
    destinationCard(),
    otherConfig(),
    checks(),
  ];
}

function jsonScreen() {
  const area = el('textarea', { class: 'whole', spellcheck: 'false', value: current().text, 'aria-label': 'config.json' });
  const fault = el('div', {});
  area.addEventListener('change', () => setText(area.value));
  area.addEventListener('input', () => {
    try {
      JSON.parse(area.value);
      fault.replaceChildren();
    } catch (error) {
      fault.replaceChildren(box('error', error.message));
    }
  });
  return [el('h1', {}, 'All settings (JSON)'), card('config.json', el('p', { class: 'help' }, 'Secrets are shown as ***…***: leave these texts as they are, or put a new secret in their place.'), area, fault), checks()];
}

/** What is wrong or odd, with what mends it. */
function checks() {
  const list = el('ul', { class: 'problems', id: 'problems' });
  fill(list);
  return card('Checks', list);
}

function fill(list) {
  const items = problems.map((problem) => el('li', {},
    box(problem.severity === 'error' ? 'error' : 'warning', words(problem) + (problem.pointer ? ` (${problem.pointer})` : ''),
      problem.fix ? el('button', { type: 'button', onclick: () => edit(problem.fix.edits) }, problem.fix.label) : null)));
  list.replaceChildren(...(items.length ? items : [el('li', {}, 'Nothing to mention.')]));
}

async function validate() {
  const mine = ++checking;
  if (current().text.trim() === '') {
    return;
  }
  try {
    const answer = await ask('POST', '/api/validate', { text: current().text });
    if (mine === checking) {
      problems = answer.problems;
      setFindings(problems);
      drawSide();
      const list = document.getElementById('problems');
      if (list) {
        fill(list);
      }
    }
  } catch (error) {
    problems = [{ severity: 'error', ...error }];
  }
}

function screen() {
  if (location.hash === '#curl') {
    return curlScreen();
  }
  if (current().text.trim() === '') {
    return startScreen((hash) => { location.hash = hash; draw(); });
  }
  const [place, rest] = location.hash.slice(1).split('/');
  if (json() === null) {
    return jsonScreen();
  }
  switch (place) {
    case 'begin': return beginScreen();
    case 'runs': return runsScreen();
    case 'json': return jsonScreen();
    default: return formScreen(place, rest) ?? baseScreen();
  }
}

function link(hash, label) {
  return el('a', { href: hash, 'aria-current': (location.hash || '#base') === hash ? 'page' : null }, label);
}

function links(entries) {
  return entries.map(([hash, label]) => el('li', {}, link(hash, label)));
}

function drawSide() {
  if (current().text.trim() === '') {
    side.replaceChildren(el('h2', {}, 'Getting started'), el('ul', {}, el('li', {}, link('#base', 'Begin'))));
    return;
  }
  side.replaceChildren(...[
    el('h2', {}, 'API settings'),
    el('ul', {}, links([['#base', 'Base Configuration'], ...apiEntries()])),
    endpointTree(link, (error) => announce(words(error))),
    el('button', { type: 'button', class: 'link', onclick: () => { location.hash = '#curl'; } }, '+ From cURL'),
    el('h2', {}, 'User configuration'), el('ul', {}, links(userEntries())),
    el('h2', {}, 'More'), el('ul', {}, links([...moreEntries(), ['#runs', 'Runs'], ['#json', 'All settings (JSON)']])),
  ].flat().filter(Boolean));
}

function drawHeader() {
  const { path, isSaved, canUndo, canRedo, text: content } = current();
  button('file').textContent = path;
  button('saved').textContent = content.trim() === '' ? '' : isSaved ? 'Saved' : 'Not saved';
  button('undo').disabled = !canUndo;
  button('redo').disabled = !canRedo;
  button('save').disabled = isSaved;
  button('run').disabled = all().length === 0;
}

function draw() {
  main.replaceChildren(...screen());
  drawSide();
  drawHeader();
}

async function saveNow() {
  try {
    await save();
    announce('Saved');
  } catch (error) {
    const reload = error.code === 'changed_outside' ? el('button', { type: 'button', onclick: () => load().then(draw) }, 'Take over the file as it is now') : null;
    main.prepend(box('error', words(error), reload));
  }
}

function wire() {
  button('undo').addEventListener('click', () => { undo(); draw(); });
  button('redo').addEventListener('click', () => { redo(); draw(); });
  button('save').addEventListener('click', saveNow);
  button('run').addEventListener('click', run);
  document.addEventListener('sluice-draw', draw);
  addEventListener('hashchange', () => { draw(); main.focus(); });
  button('keys').addEventListener('click', help);
  listen({
    save: saveNow,
    run: () => { if (!button('run').disabled) { run(); } },
    test: () => document.getElementById('test')?.click(),
    undo: () => { undo(); draw(); },
    redo: () => { redo(); draw(); },
  });
  let timer = 0;
  onChange(() => {
    drawSide();
    drawHeader();
    clearTimeout(timer);
    timer = setTimeout(validate, 400);
  });
}

async function session() {
  const launch = /^#launch=(.+)$/.exec(location.hash);
  if (launch) {
    history.replaceState(null, '', '/');
    await enter({ code: decodeURIComponent(launch[1]) });
  } else if (!hasSession()) {
    const { password } = await ask('GET', '/api/session');
    if (password) {
      await passwordGiven();
    }
  }
}

function passwordGiven() {
  return new Promise((resolve) => {
    const input = el('input', { type: 'password', 'aria-label': 'Password' });
    const fault = el('div', {});
    const go = () => enter({ password: input.value }).then(resolve, (error) => fault.replaceChildren(box('error', words(error))));
    main.replaceChildren(el('h1', {}, 'Password'), card('This studio asks for a password', input, el('button', { type: 'button', onclick: go }, 'Enter'), fault));
  });
}

try {
  await session();
  wire();
  await load();
  draw();
  validate();
} catch (error) {
  main.replaceChildren(el('h1', {}, 'Sluice studio'), box('error', words(error)));
}
