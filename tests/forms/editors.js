// What stands in each editor's page: it is given a box, and tells what was pasted into it.
// Gutenberg's handler is asked as its editor asks it; the others are whole editors.

export const EDITORS = {
  gutenberg: gutenberg(""),
  "gutenberg-no-tables": gutenberg(`unregisterBlockType("core/table");`),
  "draft-js": `
    import { createElement, useState } from "react";
    import { createRoot } from "react-dom/client";
    import { Editor, EditorState } from "draft-js";
    function Box() {
      const [state, setState] = useState(EditorState.createEmpty());
      window.told = () => {
        const content = state.getCurrentContent();
        const links = content.getAllEntities().filter((one) => one.getType() === "LINK");
        return {
          text: content.getPlainText("\\n"),
          links: [...links.values()].map((one) => one.getData().url),
        };
      };
      return createElement(Editor, { editorState: state, onChange: setState });
    }
    createRoot(box).render(createElement(Box));
    window.start = () => document.querySelector("[contenteditable]").focus();
  `,
  quill: `
    import Quill from "quill";
    const quill = new Quill(box, { modules: { toolbar: false } });
    window.start = () => quill.focus();
    window.told = () => ({ text: quill.getText(), links: hrefs(quill.root) });
  `,
  tinymce: tinymce({}),
  "tinymce-no-tables": tinymce({
    valid_elements: "p,br,h2,h3,strong/b,em/i,a[href],ul,ol,li,blockquote",
  }),
  box: `
    const area = document.body.appendChild(document.createElement("textarea"));
    window.start = () => area.focus();
    window.told = () => ({ text: area.value, links: [] });
  `,
};

function gutenberg(before) {
  return `
    import { registerCoreBlocks } from "@wordpress/block-library";
    import { pasteHandler, serialize, unregisterBlockType } from "@wordpress/blocks";
    registerCoreBlocks();
    ${before}
    box.contentEditable = "true";
    window.start = () => box.focus();
    box.addEventListener("paste", (event) => {
      event.preventDefault();
      const blocks = pasteHandler({
        HTML: event.clipboardData.getData("text/html"),
        plainText: event.clipboardData.getData("text/plain"),
        mode: "BLOCKS",
      });
      box.innerHTML = serialize(blocks);
    });
    window.told = () => ({ text: box.innerText, links: hrefs(box) });
  `;
}

function tinymce(options) {
  return `
    import tinymce from "tinymce";
    import "tinymce/models/dom";
    import "tinymce/themes/silver";
    import "tinymce/icons/default";
    import "tinymce/plugins/lists";
    import "tinymce/plugins/link";
    window.start = async () => {
      const [editor] = await tinymce.init({
        target: box, inline: true, license_key: "gpl", menubar: false, toolbar: false,
        plugins: "lists link", skin: false, content_css: false, ...${JSON.stringify(options)},
      });
      editor.focus();
      window.told = () => ({ text: editor.getBody().innerText, links: hrefs(editor.getBody()) });
    };
  `;
}
