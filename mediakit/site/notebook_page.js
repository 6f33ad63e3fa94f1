// In a notebook's page: has Python loaded while the page itself still is, and says in plain words when it does not come;
// opens other lessons; brings in a text of one's own.
(function () {
  var path = new URLSearchParams(location.search).get("path") || "", pyodide = "../static/pyodide/";
  var bar = document.createElement("p"), leaving;
  bar.setAttribute("role", "status");
  bar.style.cssText = "position:fixed;bottom:0;left:0;right:0;margin:0;padding:.6rem 1rem;z-index:9999;" +
    "font:1rem/1.4 system-ui,sans-serif;color:#1b1b1f;background:#fff7e0;border-top:1px solid #8a8f98";
  function say(words, seconds) {
    clearTimeout(leaving);
    bar.textContent = words;
    bar.hidden = !words;
    if (!bar.parentNode) document.body.appendChild(bar);
    if (seconds) leaving = setTimeout(say, seconds * 1000, "");
  }

  // Whether Python answers: asked for what can be imported from the kit, it names a text of the kit.
  var tries = 0;
  function watch() {
    var mine = ++tries;
    function still(then) { return function () { if (mine === tries) then(); }; }
    setTimeout(still(function () { say("Python is being loaded. The first time this takes up to half a minute; you can read meanwhile."); }), 1500);
    setTimeout(still(missing), 10000);
    setTimeout(still(function () {
      say("Python did not start. Reload this page. If it happens again, close other tabs and windows, or try another " +
        "browser; then tell your teacher. Nothing that you typed is lost.");
    }), 90000);
  }
  function ask(kernel) {
    var mine = tries, code = "from mediakit import articl";
    kernel.requestComplete({ code: code, cursor_pos: code.length }).then(function (answer) {
      if (mine !== tries) return;
      tries++;
      say("");
      if (answer.content.matches.indexOf("article") < 0) missing();
    }).catch(function () {});
  }
  function missing() {
    var files = ["pyodide.js", "pyodide.asm.js", "pyodide.asm.bin", "python_stdlib.zip", "pyodide-lock.json"];
    function head(file) {
      return fetch(pyodide + file, { method: "HEAD", cache: "no-store" }).then(function (got) {
        if (!got.ok) say("A part of Python cannot be had from this web space (" + file + ", " + got.status +
          "). Reload this page; if it says so again, tell your teacher. Nothing that you typed is lost.");
      });
    }
    fetch(pyodide + "pyodide-lock.json").then(function (got) { return got.json(); }).then(function (lock) {
      for (var name in lock.packages) files.push(lock.packages[name].file_name);
    }).catch(function () {}).then(function () { return Promise.all(files.map(head)); }).catch(function () {
      say("The web space of these lessons does not answer, so Python cannot be loaded. Is the network there? " +
        "Then reload this page. Nothing that you typed is lost.");
    });
  }
  watch();
  var look = setInterval(function () {
    var app = window.jupyterapp, services = app && app.serviceManager, specs = services && services.kernelspecs.specs;
    if (!specs || !specs.kernelspecs.python) return;
    clearInterval(look); // the notebook takes the session that bears its name
    services.sessions.startNew({ path: path, name: path.split("/").pop(), type: "notebook", kernel: { name: "python" } })
      .then(function (session) {
        ask(session.kernel);
        again(app);
        bringing(app, session.kernel);
      });
  }, 50);

  // After a restart the same. The picture at the top leads back to the lessons.
  function again(app) {
    var context = app.shell.currentWidget && app.shell.currentWidget.sessionContext, restarted = false;
    var logo = document.getElementById("jp-NotebookLogo");
    if (!context || !logo) return setTimeout(again, 200, app);
    logo.href = "../../index.html";
    logo.title = "All lessons";
    logo.setAttribute("aria-label", "All lessons");
    context.statusChanged.connect(function (_, status) {
      if (/restarting/.test(status)) { restarted = true; watch(); };
      if (restarted && /idle|busy/.test(status)) {
        restarted = false;
        ask(context.session.kernel);
      }
    });
  }

  // A lesson that another one names opens in a page of its own.
  addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]"), to = link && link.getAttribute("href");
    if (!to || !/\.ipynb([?#]|$)/.test(to)) return;
    event.preventDefault();
    event.stopPropagation();
    var file = decodeURIComponent(to.replace(/[?#].*/, "").split("/").pop());
    open(location.pathname + "?path=" + encodeURIComponent(file), "_blank");
  }, true);

  // Menu File: a text of one's own, to read with mk.read. It lies beside the notebook; where Python sees no files there (plain
  // http, a certificate that the browser does not trust), it is given the text.
  function bringing(app, kernel) {
    function bring(file) {
      if (file.size > 2e6) return say("“" + file.name + "” is too large: 2 MB at most.", 20);
      var reader = new FileReader(), name = JSON.stringify(file.name);
      reader.onload = function () {
        var content = reader.result.split(",")[1] || "", there = path.slice(0, path.lastIndexOf("/") + 1) + file.name;
        app.serviceManager.contents.save(there, { type: "file", format: "base64", content: content }).then(function () {
          return kernel.requestExecute({ code: "__import__('os').getcwd().startswith('/drive') or open(" + name +
            ", 'wb').write(__import__('base64').b64decode('" + content + "'));", store_history: false }).done;
        }).then(function () { say("“" + file.name + "” is here. To read it: text = mk.read(" + name + ")", 60); });
      };
      reader.readAsDataURL(file);
    }
    app.commands.addCommand("mediakit:add-text", {
      label: "Add a Text File…",
      execute: function () {
        var pick = document.createElement("input");
        pick.type = "file";
        pick.accept = ".txt,.md,.srt,.vtt,.docx,.odt,.epub";
        pick.onchange = function () { if (pick.files[0]) bring(pick.files[0]); };
        pick.click();
      }
    });
  }
})();
