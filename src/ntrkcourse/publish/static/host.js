// Makes the widgets of a published page live where no kernel runs. Plain script: it also works from file://.
// The page holds one JSON block of models; each `[data-ntrk-model]` element is given to its widget's module.
(function () {
  "use strict";
  var modules = {};

  /** Called by each widget's script. */
  ntrk.define = function (name, module) {
    modules[name] = module(ntrk.shared);
  };

  /** What a module knows as its anywidget model, kept on the page alone. */
  function pageModel(data) {
    var values = { data: data, state: {} };
    var handlers = {};
    return {
      get: function (name) { return values[name]; },
      set: function (name, value) {
        values[name] = value;
        (handlers["change:" + name] || []).forEach(function (handler) { handler(); });
      },
      save_changes: function () {},
      on: function (event, handler) { (handlers[event] = handlers[event] || []).push(handler); },
      off: function (event, handler) {
        handlers[event] = (handlers[event] || []).filter(function (known) { return known !== handler; });
      },
    };
  }

  /** Draws a widget; where that fails its readable equivalent stays, and the console says why. */
  function mount(place, data) {
    var root = document.createElement("div");
    try {
      modules[place.dataset.ntrkName].render({ model: pageModel(data), el: root });
      place.replaceChildren(root);
    } catch (error) {
      console.error("The widget " + place.dataset.ntrkName + " could not start:", error);
    }
  }

  function start() {
    var block = document.getElementById("ntrk-models");
    if (!block) return;
    var models = JSON.parse(block.textContent);
    block.remove();
    document.querySelectorAll("[data-ntrk-model]").forEach(function (place) {
      mount(place, models[place.dataset.ntrkModel]);
    });
  }

  // After the deferred scripts of the page's widgets have run.
  document.addEventListener("DOMContentLoaded", start);
})();
