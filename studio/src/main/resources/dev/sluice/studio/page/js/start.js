// The first visit: what to begin with.

import { ask } from './api.js';
import { change, tokenButton } from './authentication.js';
import { secret, tags, text } from './controls.js';
import { edit, save, setText } from './document.js';
import { box, card, el, words } from './dom.js';

export const EMPTY = '{\n  "parameters": {\n    "api": {},\n    "config": {\n      "lossless": true,\n      "jobs": []\n    }\n  }\n}\n';

export function startScreen(onOpened) {
  const result = el('div', {});
  const choice = (title, what, act) => el('button', { type: 'button', onclick: () => act().catch((error) => result.replaceChildren(box('error', words(error)))) },
    el('strong', {}, title), el('span', {}, what));
  const demo = async () => {
    const started = await ask('POST', '/api/demo', {});
    setText(started.text);
    await save();
    onOpened('#base');
  };
  const begin = async () => {
    setText(EMPTY);
    await change('oauth2', { requestType: 'basic', clientId: '', clientSecret: '', accessTokenUrl: '', scopes: [] });
    onOpened('#begin');
  };
  const blank = async () => {
    setText(EMPTY);
    onOpened('#base');
  };
  const open = () => new Promise((resolve, reject) => {
    const file = el('input', { type: 'file', accept: '.json,application/json' });
    file.addEventListener('change', () => file.files[0].text().then((content) => { setText(content); onOpened('#base'); resolve(); }, reject));
    file.click();
  });
  return [
    el('h1', {}, 'What do you want to begin with?'),
    el('div', { class: 'choices' },
      choice('Start with OAuth 2.0 client credentials', 'One short form, then the first request.', begin),
      choice('Try the built-in demo API', 'A login, two collections, a child. Nothing leaves this machine.', demo),
      choice('Paste a cURL command', 'As API documentation and browsers give them.', async () => { location.hash = '#curl'; }),
      choice('Open a configuration file', 'A config.json of Sluice or of the Generic Extractor.', open),
      choice('Start empty', 'Fill in the screens one by one.', blank)),
    result,
  ];
}

/** The short form of a newcomer. */
export function beginScreen() {
  const problems = el('div', {});
  const put = (act) => async (value) => {
    try {
      problems.replaceChildren();
      await act(value);
    } catch (error) {
      problems.replaceChildren(box('error', words(error)));
    }
  };
  const set = (name) => put((value) => change('oauth2', { [name]: value }));
  const first = text('First endpoint', '', put((value) => edit([{ pointer: '/parameters/config/jobs', value: [{ endpoint: value }] }])), 'Below the base URL, for instance orders.');
  return [
    el('h1', {}, 'OAuth 2.0 client credentials'),
    card('The API and its login',
      text('Base URL', '', put((value) => edit([{ pointer: '/parameters/api/baseUrl', value: value.endsWith('/') ? value : `${value}/` }])), 'Where the endpoints begin, with https://.'),
      text('Access Token URL', '', set('accessTokenUrl')),
      text('Client ID', '', set('clientId')),
      secret('Client Secret', '', set('clientSecret')),
      tags('Scopes', [], set('scopes'), 'Enter or space makes a tag; may be empty.'),
      tokenButton(), first, problems),
    el('div', { class: 'row' }, el('button', { type: 'button', class: 'primary', onclick: () => { location.hash = '#endpoint/0'; } }, 'Go to the endpoint')),
  ];
}
