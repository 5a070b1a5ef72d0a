"use strict";
(function () {
  // What is folded is printed as well
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.fold:not([open])").forEach(function (fold) { fold.open = true; fold.dataset.folded = "yes"; });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-folded]").forEach(function (fold) { fold.open = false; delete fold.dataset.folded; });
  });

  var holder = document.getElementById("data");
  if (!holder) { return; }
  var PAGE = 25;
  var data = JSON.parse(holder.textContent);
  var text = document.getElementById("find-text");
  var mapping = document.getElementById("find-mapping");
  var state = document.getElementById("find-state");
  var verdict = document.getElementById("find-verdict");
  var list = document.getElementById("records");
  var found = document.getElementById("found");
  var more = document.getElementById("more");
  var TONES = {EQUAL: "good", UNREADABLE: "plain", HELD: "waits", OPEN: "waits", LOSS: "waits", NOTHING_SENT: "plain"};
  var WORDS = {
    EQUAL: "as it should be", DIFFERENT: "different", MISSING: "missing", UNREADABLE: "cannot be read back", HELD: "waits", FAILED: "refused",
    OPEN: "not written yet", LOSS: "declared loss", NOT_STORED: "not stored", NOTHING_SENT: "nothing to write", SOURCE: "in the source"
  };
  var shown = [];
  var drawn = 0;

  function element(name, classes, content) {
    var node = document.createElement(name);
    if (classes) { node.className = classes; }
    if (content !== undefined) { node.textContent = content; }
    return node;
  }

  function words(code) { return WORDS[code] || code.toLowerCase().replace(/_/g, " "); }

  function tag(code) { return element("span", "tag " + (TONES[code] || (code === "SOURCE" ? "plain" : "bad")), words(code)); }

  function lines(field) {
    var all = [field[0], data.expressions[field[1]], field[3], field[4], field[6]];
    field[2].forEach(function (value) { all.push(value[0], value[1]); });
    return all.filter(function (one) { return one; });
  }

  data.records.forEach(function (record) {
    record.words = [record.mapping, record.source, record.record, record.reason, record.detail].join("\n").toLowerCase();
    record.fields.forEach(function (field) { record.words += "\n" + lines(field).join("\n").toLowerCase(); });
  });

  function options(select, values, name) {
    Array.from(new Set(values)).sort().forEach(function (value) {
      var option = element("option", "", name(value));
      option.value = value;
      select.appendChild(option);
    });
  }

  options(mapping, data.records.map(function (record) { return record.mapping; }), String);
  options(state, data.records.map(function (record) { return record.state; }), words);
  options(verdict, data.records.reduce(function (all, record) {
    return all.concat(record.fields.map(function (field) { return field[5]; }));
  }, []), words);

  function wanted() { return text.value.trim().toLowerCase(); }

  /* Puts text into a node, with what was searched for marked. */
  function put(node, content) {
    var what = wanted();
    var from = 0;
    var at = what ? content.toLowerCase().indexOf(what) : -1;
    while (at >= 0) {
      node.appendChild(document.createTextNode(content.slice(from, at)));
      node.appendChild(element("mark", "", content.slice(at, at + what.length)));
      from = at + what.length;
      at = content.toLowerCase().indexOf(what, from);
    }
    node.appendChild(document.createTextNode(content.slice(from)));
    return node;
  }

  function cell(row, classes, content) {
    var node = element("td", classes);
    if (content === null) { node.appendChild(element("span", "key", "nothing")); } else { put(node, content); }
    row.appendChild(node);
  }

  /* A long expression begins folded, unless what is searched for is in it. */
  function expression(node, text) {
    var isSought = wanted() !== "" && text.toLowerCase().indexOf(wanted()) >= 0;
    if (text.length <= 100 || isSought) {
      node.appendChild(put(element("code"), text));
      return;
    }
    var fold = node.appendChild(element("details"));
    fold.appendChild(element("summary")).appendChild(element("code", "", text.slice(0, 80) + "..."));
    fold.appendChild(element("code", "", text));
  }

  function row(field) {
    var line = element("tr");
    var name = element("th");
    name.scope = "row";
    line.appendChild(put(name, field[0]));
    var source = element("td", "value");
    field[2].forEach(function (value, at) {
      if (at) { source.appendChild(element("br")); }
      source.appendChild(element("span", "key", value[0] + ": "));
      put(source, value[1]);
    });
    line.appendChild(source);
    var made = element("td", "made");
    expression(made, data.expressions[field[1]]);
    line.appendChild(made);
    cell(line, "value", field[3]);
    cell(line, "value", field[4]);
    var end = element("td");
    end.appendChild(tag(field[5]));
    if (field[6]) { end.appendChild(element("div", "key", field[6])); }
    line.appendChild(end);
    return line;
  }

  function grid(record) {
    var box = element("div", "scroll");
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Fields of " + record.source);
    var table = element("table");
    var head = element("tr");
    ["Field", "In the source", "Expression", "Written", "At the destination", "Verdict"].forEach(function (name) {
      var column = element("th", "", name);
      column.scope = "col";
      head.appendChild(column);
    });
    table.appendChild(element("thead")).appendChild(head);
    var body = table.appendChild(element("tbody"));
    record.fields.filter(function (field) { return !verdict.value || field[5] === verdict.value; })
        .forEach(function (field) { body.appendChild(row(field)); });
    box.appendChild(table);
    return box;
  }

  /* Shows by which of its fields a record was found. */
  function hit(record) {
    var what = wanted();
    var head = [record.mapping, record.source, record.record].join("\n").toLowerCase();
    if (!what || head.indexOf(what) >= 0) { return null; }
    var field = record.fields.find(function (one) { return lines(one).join("\n").toLowerCase().indexOf(what) >= 0; });
    if (!field) { return null; }
    var line = lines(field).find(function (one) { return one.toLowerCase().indexOf(what) >= 0; });
    var start = Math.max(0, line.toLowerCase().indexOf(what) - 40);
    var node = element("span", "hit", field[0] + ": ");
    put(node, (start ? "..." : "") + line.slice(start, start + 120 + what.length));
    return node;
  }

  function draw(record, isOpen) {
    var box = element("details", "record");
    var head = element("summary");
    head.appendChild(put(element("span", "name"), record.mapping + " "));
    head.appendChild(put(element("span"), record.source));
    if (record.record) { head.appendChild(put(element("span", "to"), "to " + record.record)); }
    head.appendChild(tag(record.state));
    head.appendChild(element("span", "tag", record.from));
    var by = hit(record);
    if (by) { head.appendChild(by); }
    box.appendChild(head);
    box.addEventListener("toggle", function () {
      if (box.open && box.children.length === 1) { fill(box, record); }
    });
    if (isOpen) { fill(box, record); box.open = true; }
    return box;
  }

  function fill(box, record) {
    if (record.reason) { box.appendChild(element("p", "", "Why: " + record.reason + (record.detail ? ": " + record.detail : ""))); }
    if (record.help) { box.appendChild(element("p", "", "What helps: " + record.help)); }
    if (record.fields.length) { box.appendChild(grid(record)); }
    if (box.children.length === 1) { box.appendChild(element("p", "", "Nothing is known of its fields.")); }
  }

  function drawMore() {
    var isFew = shown.length <= 3 && wanted() !== "";
    shown.slice(drawn, drawn + PAGE).forEach(function (record) { list.appendChild(draw(record, isFew)); });
    drawn = Math.min(shown.length, drawn + PAGE);
    more.hidden = drawn >= shown.length;
  }

  function find() {
    var what = wanted();
    shown = data.records.filter(function (record) {
      return (!what || record.words.indexOf(what) >= 0)
          && (!mapping.value || record.mapping === mapping.value)
          && (!state.value || record.state === state.value)
          && (!verdict.value || record.fields.some(function (field) { return field[5] === verdict.value; }));
    });
    list.textContent = "";
    drawn = 0;
    found.textContent = shown.length + " of " + data.records.length + " records";
    drawMore();
  }

  document.getElementById("find").addEventListener("submit", function (event) { event.preventDefault(); });
  text.addEventListener("input", find);
  [mapping, state, verdict].forEach(function (select) { select.addEventListener("change", find); });
  more.addEventListener("click", drawMore);
  find();
}());
