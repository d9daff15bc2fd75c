/* Plugin of CKEditor 4: its link box finds pages of the site by name, and keeps their number in place of
   an address. The list comes from the admin (twinning_site/workbench/officers_search/views.py); the
   words and its address come in the editor's configuration (content/text/html/editor.py). */
(function () {
  "use strict";

  const SEARCH = "siteSearch";
  const LEADS_TO = "siteTarget";

  function leadsTo(dialog, result) {
    const note = dialog.getContentElement("info", LEADS_TO).getElement().$;
    const facts = result && [result.kind, result.state].filter(Boolean).join(", ");
    note.textContent = result ? `${dialog.getParentEditor().config.siteLink.words.leads} ${result.title} (${facts})` : "";
  }

  function choose(dialog, result) {
    dialog.setValueOf("info", "linkType", "url");
    dialog.setValueOf("info", "protocol", "");
    dialog.setValueOf("info", "url", result.address);
    const words = dialog.getContentElement("info", "linkDisplayText");
    if (words.isEnabled() && !words.getValue()) words.setValue(result.title);
    dialog.click("ok");
  }

  /* What a link that is there already leads to */
  async function look(dialog, list, address) {
    leadsTo(dialog, null);
    if (!address.startsWith("/go/")) return;
    try {
      const response = await fetch(`${list}?${new URLSearchParams({ q: address })}`);
      const [result] = (await response.json()).results;
      if (result && dialog.getValueOf("info", "url") === address) leadsTo(dialog, result);
    } catch {
      /* Without the name the address is still there. */
    }
  }

  CKEDITOR.plugins.add("sitelink", { requires: "link" });

  CKEDITOR.on("dialogDefinition", (event) => {
    if (event.data.name !== "link") return;
    const config = event.editor.config.siteLink;
    const definition = event.data.definition;
    const info = definition.getContents("info");
    const focus = definition.onFocus;
    definition.onFocus = function () {
      if (this.getModel(this.getParentEditor())) focus.call(this);
      else this.getContentElement("info", SEARCH).focus();
    };
    info.add(
      {
        type: "text",
        id: SEARCH,
        label: config.words.search,
        onLoad() {
          const dialog = this.getDialog();
          const input = this.getInputElement().$;
          input.autocomplete = "off";
          window.officersCombobox(input, {
            address: config.list,
            label: config.words.search,
            found: config.words.found,
            none: config.words.none,
            choose: (result) => choose(dialog, result),
          });
        },
        setup() {
          this.setValue("");
        },
      },
      "linkType",
    );
    info.add(
      {
        type: "html",
        id: LEADS_TO,
        html: '<div class="link-target" role="status"></div>',
        setup(data) {
          const address = data.url && !data.url.protocol ? data.url.url : "";
          look(this.getDialog(), config.list, address || "");
        },
      },
      "linkType",
    );
  });
})();
