// In a notebook's page: has Python loaded while the page itself still is, and says in plain words when it does not come.
(function () {
  var path = new URLSearchParams(location.search).get("path");
  var look = path && setInterval(function () {
    var services = window.jupyterapp && window.jupyterapp.serviceManager, specs = services && services.kernelspecs.specs;
    if (!specs || !specs.kernelspecs.python) return;
    clearInterval(look); // the notebook takes the session that bears its name
    services.sessions.startNew({ path: path, name: path.split("/").pop(), type: "notebook", kernel: { name: "python" } })
      .catch(function () {}); // the notebook starts one of its own
  }, 50);
})();
(function () {
  var place = document.createElement("p"), begun = Date.now();
  place.setAttribute("role", "status");
  place.style.cssText = "position:fixed;bottom:0;left:0;right:0;margin:0;padding:.6rem 1rem;z-index:9999;" +
    "font:1rem/1.4 system-ui,sans-serif;color:#1b1b1f;background:#fff7e0;border-top:1px solid #8a8f98";
  function say(words) {
    if (place.textContent !== words) place.textContent = words;
    if (!place.parentNode) document.body.appendChild(place);
  }
  function ready() {
    var app = window.jupyterapp, panel = app && app.shell.currentWidget;
    var session = panel && panel.sessionContext && panel.sessionContext.session;
    return session && session.kernel && (session.kernel.status === "idle" || session.kernel.status === "busy");
  }
  var look = setInterval(function () {
    if (ready()) {
      clearInterval(look);
      place.remove();
    } else if (Date.now() - begun > 90000) {
      say("Python did not start. Reload this page. If it happens again, close other tabs and windows, or try another " +
        "browser; then tell your teacher. Nothing that you typed is lost.");
    } else if (Date.now() - begun > 1500) {
      say("Python is being loaded. The first time this takes up to half a minute; you can read meanwhile.");
    }
  }, 500);
})();
