import '../ui/tokens.css';
import './desk.css';
import { render } from 'preact';
import { makeApi } from './api/api.ts';
import { askServer } from './api/call.ts';
import { App } from './app.tsx';
import { makeDesk } from './desk.ts';
import { keepPage } from './keep-page.ts';
import { keptPractice, practisedAsk } from './practice/practice.ts';
import { makePlace } from './route/place.ts';
import { watchDesk } from './watch.ts';

const practice = keptPractice();
const api = makeApi(practisedAsk(askServer, practice));
const desk = makeDesk({ api, place: makePlace(), clock: () => Date.now(), practice });
watchDesk(desk);
keepPage(window);
void desk.begin();
render(<App desk={desk} />, document.body);
