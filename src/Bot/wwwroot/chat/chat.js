const $ = id => document.getElementById(id), log = $('log'), say = $('say'), status = $('latest');
document.body.className = 'js';
const words = log.dataset, text = $('text'), photo = $('photo'), place = $('place');
let last = '', events, wait, unsent = {};

const all = (what, where = log) => [...where.querySelectorAll(what)];
const make = (tag, className, textContent, more) => Object.assign(document.createElement(tag), { className, textContent, ...more });
const button = (label, onclick) => make('button', 'small', label, { type: 'button', onclick });
const tell = what => { clearTimeout(wait); status.textContent = what || ''; };

// To the end; of a message taller than the screen to its beginning, where the question stands.
const end = () => scrollTo(0, Math.min(document.body.scrollHeight, all('.m').pop().offsetTop - 70));

function dress(item) {
  if (item.dataset.k > last) last = item.dataset.k;
  if (navigator.clipboard) all('code', item).forEach(code => code.after(button(words.copy, e =>
    navigator.clipboard.writeText(code.textContent).then(() => { e.target.textContent = words.copied; }))));
}

function look() {
  place.hidden = all('.m').pop().dataset.ask !== 'location' || !navigator.geolocation;
  end();
}

// Pieces may come twice, and late: a message stands after older ones.
function add(html) {
  const pieces = make('template');
  pieces.innerHTML = html;
  [...pieces.content.children].forEach(item => {
    const k = item.dataset.k, known = k && $(item.id);
    if (k) dress(item);
    if (known) return known.replaceWith(item);
    const before = k && all('[data-k]').filter(m => m.dataset.k < k).pop();
    before ? before.after(item) : log.append(item);
    if (item.matches('.own')) all('.c:not([data-stays])').forEach(c => c.parentNode.dataset.k > k || c.remove());
    else tell();
  });
  look();
}

// True where we were heard.
const rest = () => fetch('/chat/messages?after=' + last).then(r => r.ok && r.text().then(add).then(() => true)).catch(() => false);

function follow() {
  if (events && events.readyState < 2) return;
  events = new EventSource('/chat/events?after=' + last);
  events.onmessage = e => add(e.data);
  events.onopen = () => status.textContent === words.offline && tell();
  events.onerror = async () => {
    if (events.readyState < 2) return tell(words.offline);
    // Turned away, since too many are on the line: look now and then, and ask again.
    const heard = await rest();
    tell(heard ? '' : words.offline);
    setTimeout(follow, heard ? 30000 : 5000);
  };
}

// Words that were not taken outlive a reload; with the window they are gone. A browser may refuse to keep anything.
function keep(id, text) {
  text ? unsent[id] = text : delete unsent[id];
  const words = Object.keys(unsent).length && JSON.stringify(unsent);
  try { words ? sessionStorage.unsent = words : sessionStorage.removeItem('unsent'); } catch { }
}

function kept() {
  if (location.search === '?forgotten') history.replaceState(0, '', '/chat');
  else try { return JSON.parse(sessionStorage.unsent); } catch { }
  return {};
}

// The cookie was deleted or replaced meanwhile, by another window too: the form goes with the one of now.
function renew(token) {
  if (!token || token === say.elements.form.value) return false;
  all('[name=form]', document).forEach(field => { field.value = token; });
  if (events) events.close();
  return true;
}

async function send(fields, shown, id = Date.now() + Math.random().toString(36).slice(3), waits) {
  const data = new FormData(), own = make('article', 'm own', shown), state = make('p', 's');
  Object.entries({ id, ...fields }).forEach(([n, value]) => data.set(n, value));
  own.append(state);
  log.append(own);
  if (fields.text) keep(id, shown);
  const lose = html => {
    own.classList.add('lost');
    state.replaceChildren(words.unsent, button(words.again, () => go()));
    if (html && html.startsWith('<p')) add(html);
  };
  const go = async isAgain => {
    own.classList.remove('lost');
    state.textContent = words.sending;
    end();
    data.set('seen', last);
    data.set('form', say.elements.form.value);
    const answer = await fetch('/chat', { method: 'POST', body: data, headers: { 'X-Slrt-Chat': '1' } }).catch(() => 0);
    const html = answer && await answer.text().catch(() => 0);
    if (answer.ok && html) {
      keep(id);
      own.remove();
      add(html);
      if (all('.m').pop().matches('.own')) {
        tell(words.typing);
        wait = setTimeout(() => { tell(); rest(); }, 8000);
      }
      follow();
    } else if (answer && renew(answer.headers.get('X-Slrt-Form')) && !last && !isAgain) {
      // Two windows were opened at once: nothing was said yet that belongs to the other chat.
      await go(true);
    } else {
      lose(html);
    }
  };
  waits ? lose() : await go();
}

async function shrink(file) {
  try {
    const image = await createImageBitmap(file), by = Math.min(1, 1600 / Math.max(image.width, image.height));
    const [width, height] = [image.width * by, image.height * by], canvas = make('canvas', '', '', { width, height });
    canvas.getContext('2d').drawImage(image, 0, 0, width, height);
    const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .8));
    return small.size < file.size ? small : file;
  } catch {
    return file;
  }
}

document.onsubmit = e => {
  const form = e.target, pressed = e.submitter, typed = text.value.trim();
  if (form === say && typed) {
    text.value = '';
    send({ text: typed }, typed);
  } else if (form.matches('.c')) {
    send({ [pressed.name]: pressed.value }, pressed.textContent);
    form.remove();
  }
  if (form.matches('.c,#say')) e.preventDefault();
};

photo.onchange = async () => {
  const files = [...photo.files];
  photo.value = '';
  for (const file of files) await send({ photo: await shrink(file) }, words.photo);
};

place.onclick = () => navigator.geolocation.getCurrentPosition(
  ({ coords: { latitude, longitude, accuracy } }) => send({ latitude, longitude, accuracy }, place.textContent),
  () => tell(words.noPlace), { timeout: 15000 });

text.onkeydown = e => {
  if (e.key !== 'Enter' || e.shiftKey || e.isComposing || !matchMedia('(pointer:fine)').matches) return;
  e.preventDefault();
  say.requestSubmit();
};

document.onvisibilitychange = window.ononline = () => last && !document.hidden && rest().then(follow);

all('[data-k]').forEach(dress);
look();
unsent = kept();
keep();
Object.entries(unsent).forEach(([id, text]) => send({ text }, text, id, true));
if (last) follow();
