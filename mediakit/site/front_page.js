// Says what would otherwise be found out too late: a page opened as a file, an old browser, an older copy of a lesson.
(function () {
  function warn(words) {
    var place = document.getElementById("warning");
    place.textContent = words;
    place.hidden = false;
  }
  if (location.protocol === "file:") {
    warn("This page was opened as a file. The lessons run only when the folder stands on a web space, or after: mediakit site --serve.");
    return;
  }
  if (typeof WebAssembly !== "object" || !window.indexedDB) {
    warn("This browser is too old for the lessons, or it keeps nothing. A current Chrome, Edge, Firefox or Safari runs them.");
    return;
  }
  var asked = indexedDB.open("mediakit"), fresh = false;
  asked.onerror = function (event) {
    event.preventDefault();
    if (!fresh) warn("This window keeps nothing: your work is gone when you close it. Download it before: menu File, Download.");
  };
  asked.onupgradeneeded = function () { // there is no work yet: make nothing
    fresh = true;
    asked.transaction.abort();
  };
  asked.onsuccess = function () {
    var kept = asked.result;
    if (!kept.objectStoreNames.contains("files")) { kept.close(); return; }
    var files = kept.transaction("files").objectStore("files");
    Array.prototype.forEach.call(document.querySelectorAll("[data-file]"), function (item) {
      files.get(item.dataset.file).onsuccess = function (event) {
        var found = event.target.result;
        if (!found || !found.content || !found.content.metadata) return;
        var ours = found.content.metadata.mediakit || {};
        if (ours.version === item.dataset.version) return;
        var told = item.querySelector(".newer"), newest = "newer-" + item.dataset.version + "/" + item.dataset.file;
        told.hidden = false;
        files.getAllKeys().onsuccess = function (event) {
          event.target.result.forEach(function (key) {
            if (key === newest) told.querySelector(".empty").hidden = true;
            else if (/^newer-/.test(key) && key.split("/")[1] === item.dataset.file) {
              var between = document.createElement("a");
              between.href = "app/notebooks/index.html?path=" + encodeURIComponent(key);
              between.textContent = "Open a copy in between, with your work.";
              told.append(" ", between);
            }
          });
        };
      };
    });
  };
})();
