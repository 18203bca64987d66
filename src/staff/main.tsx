import '../ui/tokens.css';
import './desk.css';
import { render } from 'preact';
import { makeApi } from './api.ts';
import { App } from './app.tsx';
import { makeDesk } from './desk.ts';
import { makePlace } from './route/place.ts';
import { watchDesk } from './watch.ts';

const desk = makeDesk({ api: makeApi(), place: makePlace(), clock: () => Date.now() });
watchDesk(desk);
void desk.begin();
render(<App desk={desk} />, document.body);
