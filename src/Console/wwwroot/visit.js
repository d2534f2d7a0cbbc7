// Comfort only: a photo is added without this file too. It makes large photos small, and gives the device's position when asked by its button.
(() => {
  const form = document.querySelector("[data-visit-photo]");
  if (!form) return;
  const one = selector => form.querySelector(selector);
  const longest = 1600;

  // A cheap phone on a weak line: 5 MB become 300 kB. What cannot be drawn here is sent as it is.
  one("[name=Photo]").addEventListener("change", async event => {
    const input = event.target, [file] = input.files;
    if (!file || !window.createImageBitmap || !window.DataTransfer) return;
    try {
      const image = await createImageBitmap(file, { imageOrientation: "from-image" });
      const by = Math.min(1, longest / Math.max(image.width, image.height));
      if (by === 1 && file.size < 5e5) return;
      const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(image.width * by), height: Math.round(image.height * by) });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      const small = await new Promise(done => canvas.toBlob(done, "image/jpeg", .8));
      if (!small || small.size >= file.size) return;
      const files = new DataTransfer();
      files.items.add(new File([small], "photo.jpg", { type: "image/jpeg" }));
      input.files = files.files;
    } catch { /* sent as it is */ }
  });

  // Asked with a button, never silently, and for this photo alone.
  const locate = one("[data-locate]"), said = one("[data-located]");
  if (!navigator.geolocation || !isSecureContext) return;
  locate.hidden = false;
  locate.addEventListener("click", () => {
    said.textContent = locate.dataset.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        one("[name=Latitude]").value = coords.latitude;
        one("[name=Longitude]").value = coords.longitude;
        one("[name=Accuracy]").value = coords.accuracy;
        said.textContent = locate.dataset.found.replace("#", Math.ceil(coords.accuracy));
      },
      () => { said.textContent = locate.dataset.refused; },
      { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 });
  });
})();
