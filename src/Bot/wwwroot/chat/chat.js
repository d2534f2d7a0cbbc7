(function () {
  'use strict';
  const log = document.getElementById('log'), say = document.getElementById('say');
  if (!log || !say || !window.fetch || !window.EventSource || !window.FormData) return;
  const words = log.dataset, text = say.elements.text, photo = say.elements.photo, place = document.getElementById('place');
  const status = document.getElementById('latest');
  let last = '', events, waiting = 0;

  const end = () => window.scrollTo(0, document.body.scrollHeight);
  const make = (tag, name, content) => { const e = document.createElement(tag); e.className = name; e.textContent = content; return e; };
  const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');

  function dress(bubble) {
    bubble.querySelectorAll('code').forEach(code => {
      const copy = make('button', 'copy', words.copy);
      copy.type = 'button';
      copy.onclick = () => navigator.clipboard && navigator.clipboard.writeText(code.textContent).then(() => { copy.textContent = words.copied; });
      if (navigator.clipboard) code.after(copy);
    });
    if (bubble.dataset.k > last) last = bubble.dataset.k;
  }

  function closeButtons() {
    log.querySelectorAll('.c').forEach(c => { if (!('stays' in c.dataset)) c.remove(); });
  }

  function look() {
    const asks = [...log.querySelectorAll('.m')].pop();
    place.hidden = !(asks && asks.dataset.ask === 'location' && navigator.geolocation);
    place.textContent = asks && asks.dataset.askLabel || words.place;
    text.inputMode = asks && asks.dataset.ask === 'contact' ? 'tel' : 'text';
  }

  function add(html) {
    const piece = document.createElement('template');
    piece.innerHTML = html;
    for (const item of [...piece.content.children]) {
      const k = item.dataset.k, old = item.id && document.getElementById(item.id);
      if (old) { old.replaceWith(item); dress(item); continue; }
      if (!k) { log.append(item); continue; }
      item.classList.add('new');
      const before = [...log.querySelectorAll('[data-k]')].filter(m => m.dataset.k < k).pop();
      before ? before.after(item) : log.append(item);
      if (item.classList.contains('own')) closeButtons(); else calm();
      dress(item);
    }
    look(); end();
  }

  function calm() { clearTimeout(waiting); status.textContent = ''; }
  function typing() { calm(); status.textContent = words.typing; waiting = setTimeout(() => { calm(); catchUp(); }, 8000); }

  function follow() {
    if (events && events.readyState < 2) return;
    events = new EventSource('/chat/events?after=' + last);
    events.onmessage = e => add(e.data);
    events.onopen = () => { if (status.textContent === words.offline) calm(); };
    events.onerror = () => { status.textContent = words.offline; if (events.readyState === 2) setTimeout(follow, 5000); };
  }

  const catchUp = () => fetch('/chat/messages?after=' + last).then(r => r.ok ? r.text() : '').then(add, () => 0);

  async function send(data, shown) {
    data.set('form', say.elements.form.value);
    if (!data.get('id') || data.get('id') === say.elements.id.value) data.set('id', newId());
    data.set('seen', last);
    const own = make('article', 'm own new', shown), state = make('p', 's', words.sending);
    own.append(state);
    log.append(own); end();
    const go = async () => {
      own.classList.remove('lost');
      state.textContent = words.sending;
      let answer, html = '';
      try { answer = await fetch('/chat', { method: 'POST', body: data, headers: { 'X-Slrt-Chat': '1' } }); html = await answer.text(); } catch (e) { answer = null; }
      if (answer && answer.ok) {
        own.remove(); typing(); add(html); follow();
        return;
      }
      own.classList.add('lost');
      const again = make('button', 'copy', words.again);
      again.type = 'button';
      again.onclick = go;
      state.replaceChildren(words.unsent + ' ', again);
      if (html && answer.headers.get('content-type').startsWith('text/html')) add(html);
    };
    await go();
  }

  function shrink(file) {
    if (!window.createImageBitmap || file.size < 300000) return Promise.resolve(file);
    return createImageBitmap(file).then(image => {
      const by = Math.min(1, 1600 / Math.max(image.width, image.height)), canvas = document.createElement('canvas');
      canvas.width = image.width * by; canvas.height = image.height * by;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      return new Promise(done => canvas.toBlob(small => done(small && small.size < file.size ? small : file), 'image/jpeg', 0.8));
    }).catch(() => file);
  }

  document.addEventListener('submit', e => {
    const form = e.target, button = e.submitter;
    if (form.className === 'c' && button) {
      e.preventDefault();
      const data = new FormData();
      data.set(button.name, button.value);
      data.set('id', form.elements.id.value + '-' + newId().slice(0, 8));
      form.remove();
      send(data, button.textContent);
    } else if (form === say) {
      e.preventDefault();
      const data = new FormData();
      if (!text.value.trim()) { text.focus(); return; }
      data.set('text', text.value);
      send(data, text.value.trim());
      text.value = ''; text.focus();
    }
  });

  photo.onchange = async () => {
    const files = [...photo.files];
    photo.value = '';
    for (const file of files) {
      const data = new FormData();
      data.set('photo', await shrink(file), 'photo.jpg');
      await send(data, words.photo);
    }
  };

  place.onclick = () => navigator.geolocation.getCurrentPosition(at => {
    const data = new FormData(), c = at.coords;
    data.set('latitude', c.latitude); data.set('longitude', c.longitude); data.set('accuracy', c.accuracy);
    place.hidden = true;
    send(data, words.place);
  }, () => { status.textContent = words.noPlace; }, { enableHighAccuracy: true, timeout: 15000 });

  text.onkeydown = e => {
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing && matchMedia('(hover:hover) and (pointer:fine)').matches) { e.preventDefault(); say.requestSubmit(); }
  };
  document.addEventListener('visibilitychange', () => { if (!document.hidden && last) { catchUp(); follow(); } });
  addEventListener('online', () => { if (last) { catchUp(); follow(); } });
  document.querySelectorAll('.m').forEach(b => b.dataset.k && dress(b));
  look(); end();
  if (last) follow();
})();
