// Decides on ticket IDs in a real browser, by mouse and by keyboard, as somebody would; and tries
// what the page of somebody else could do. Run by hand:
//
//   npm install puppeteer-core        # in any folder; NODE_PATH or the folder of this file finds it
//   node tests/outside/ticket_page.mjs target/debug/btapi [CHROMIUM] [SCREENSHOT.png]
//
// Prints `N passed, 0 failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const require = createRequire(join(process.cwd(), 'x.js'));
const puppeteer = require('puppeteer-core');
const [btapi, chromium = 'chromium', screenshot] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'ticket-page-'));
let passed = 0;
const check = (what, is) => {
  if (!is) throw new Error(`not so: ${what}`);
  passed += 1;
  if (process.env.VERBOSE) console.log(what);
};

// The appliance: takes decisions.
const decisions = [];
const appliance = createServer((request, response) => {
  let body = '';
  request.on('data', (piece) => (body += piece));
  request.on('end', () => {
    decisions.push(new URLSearchParams(body));
    response.end();
  });
});
await new Promise((done) => appliance.listen(0, '127.0.0.1', done));
const answers = `http://127.0.0.1:${appliance.address().port}`;

const token = 'a token of some length';
const server = spawn(
  resolve(btapi),
  ['ticket', 'serve', '--manual', '--bind', '127.0.0.1:0', '--page', '127.0.0.1:0', '--appliance', answers],
  { cwd: home, env: { PATH: process.env.PATH, HOME: home, BT_TICKET_TOKEN: token }, stdio: ['ignore', 'ignore', 'pipe'] },
);
const urls = await new Promise((done) => {
  let said = '';
  server.stderr.on('data', (piece) => {
    said += piece;
    const found = [...said.matchAll(/http:\/\/[0-9.:]+/g)].map((match) => match[0]);
    if (found.length === 2) done(found);
  });
});
const [page_url, endpoint] = urls;

let asked = 0;
const ask = async (ticket, fields = {}) => {
  asked += 1;
  const body = new URLSearchParams({
    request_id: `r${asked}`,
    ticket_id: ticket,
    response_url: `${answers}/r`,
    'jump_item.computer_name': 'db-03.example.com',
    'jump_item.type': 'shell',
    'jump_item.group': 'Databases',
    'jump_item.tag': 'prod',
    'jump_item.comments': 'Runs the night jobs',
    'jump_item.jumpoint_name': 'dmz-1',
    'user.username': 'mira',
    'user.private_display_name': 'Mira K.',
    'user.email_address': 'mira@example.com',
    ...fields,
  });
  const response = await fetch(endpoint, { method: 'POST', body });
  check('the request is taken', response.status === 200);
};
const decided = async (count) => {
  for (let turn = 0; decisions.length < count; turn += 1) {
    if (turn > 400) throw new Error('no decision came');
    await new Promise((done) => setTimeout(done, 25));
  }
  return decisions[count - 1];
};

const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 820, height: 900 });
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  const text = () => page.$eval('body', (body) => body.innerText);

  // By mouse.
  await page.goto(page_url);
  await page.click('#token');
  await page.keyboard.type('not the token at all');
  await Promise.all([page.waitForNavigation(), page.click('button')]);
  check('a wrong token is told', (await text()).includes('That is not the token.'));
  await page.click('#token');
  await page.keyboard.type(token);
  await Promise.all([page.waitForNavigation(), page.click('button')]);
  check('nothing waits', (await text()).includes('No request is waiting.'));
  await ask('CHG-1204');
  await ask('INC-77 <b>x</b>', { 'user.username': 'jo', 'jump_item.tag': '<img src=x onerror=alert(1)>' });
  // It looks again by itself.
  await page.waitForSelector('article', { timeout: 60_000 });
  const shown = await text();
  check('both are shown', shown.includes('2 requests are waiting.') && shown.includes('Ticket CHG-1204'));
  check('markup is text', shown.includes('INC-77 <b>x</b>') && (await page.$('img')) === null);
  if (screenshot) await page.screenshot({ path: screenshot });
  await page.click('#m1');
  await page.keyboard.type('Within the window');
  await Promise.all([page.waitForNavigation(), page.click('article:first-of-type button.allow')]);
  check('it is said', (await text()).includes('Ticket CHG-1204 was allowed.'));
  let decision = await decided(1);
  check('allowed', decision.get('response') === 'allow' && decision.get('response_id') === 'r1');
  check('with the message', decision.get('message') === 'Within the window');

  // By keyboard alone: from the top of the page to the field, and on.
  const focused = () => page.$eval(':focus', (element) => element.id || element.value || element.textContent);
  const tab_to = async (wanted) => {
    for (let turn = 0; turn < 20; turn += 1) {
      await page.keyboard.press('Tab');
      if ((await page.$(':focus')) && (await focused()) === wanted) return;
    }
    throw new Error(`not reached by keyboard: ${wanted}`);
  };
  await page.goto(page_url);
  await tab_to('m2');
  const outline = await page.$eval(':focus', (element) => getComputedStyle(element).outlineWidth);
  check('the focus is seen', outline === '3px');
  await page.keyboard.type('By Enter');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  decision = await decided(2);
  check('Enter in the text denies', decision.get('response') === 'deny' && decision.get('message') === 'By Enter');
  await ask('CHG-3');
  await page.goto(page_url);
  await tab_to('deny');
  await page.keyboard.press('Tab');
  check('Allow follows Deny', (await focused()) === 'allow');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Space')]);
  decision = await decided(3);
  check('allowed by keyboard', decision.get('response') === 'allow' && decision.get('response_id') === 'r3');

  // The page of somebody else, open in the same browser while somebody is logged in.
  await ask('CHG-4');
  await page.goto(page_url);
  const form = await page.$eval('article input[name=form]', (input) => input.value);
  const number = await page.$eval('article input[name=request]', (input) => input.value);
  const trap = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<form method=post action="${page_url}/decide"><input name=request value=${number}>
      <input name=form value=${form}><button name=response value=allow>Win</button></form>
      <iframe src="${page_url}/"></iframe>`);
  });
  await new Promise((done) => trap.listen(0, '127.0.0.1', done));
  for (const host of ['127.0.0.1', 'localhost']) {
    const evil = await browser.newPage();
    await evil.goto(`http://${host}:${trap.address().port}/`);
    const frame = evil.frames()[1];
    check('it cannot be framed', !(await frame.content()).includes('CHG-4'));
    await Promise.all([evil.waitForNavigation(), evil.click('button')]);
    const said = await evil.$eval('body', (body) => body.innerText);
    check('its form is refused', said.includes('This form comes from somewhere else.'));
    await evil.close();
  }
  trap.close();
  check('nothing was decided by it', decisions.length === 3);
  // A name that leads here without being ours.
  const rebound = await browser.newPage();
  const port = new URL(page_url).port;
  const answer = await rebound.goto(`http://127.1.1.1.nip.invalid:${port}/`).catch(() => null);
  check('no such name', answer === null);
  const status = await new Promise((done) => {
    const request = require('node:http').get({ host: '127.0.0.1', port, headers: { host: `evil.example:${port}` } });
    request.on('response', (response) => done(response.statusCode));
  });
  check('another name leads nowhere', status === 421);

  // On a telephone.
  const phone = await browser.newPage();
  await phone.setViewport({ width: 360, height: 700, isMobile: true, hasTouch: true });
  await phone.goto(page_url);
  const overflow = await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  check('nothing overflows', !overflow);
  await Promise.all([phone.waitForNavigation(), phone.tap('button.deny')]);
  decision = await decided(4);
  check('denied by touch', decision.get('response') === 'deny');

  await page.bringToFront();
  await page.goto(page_url);
  await Promise.all([page.waitForNavigation(), page.click('header button')]);
  check('logged out', (await page.$('#token')) !== null);
  check(`no complaints: ${complaints}`, complaints.every((line) => line.includes('403')));
} finally {
  await browser.close();
  server.kill();
  appliance.close();
}
console.log(`${passed} passed, 0 failed`);
