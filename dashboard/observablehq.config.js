// One list drives the header's navigation and the pages that are built.
const PAGES = [
  { name: "Overview", path: "/index" },
  { name: "Schools", path: "/schools" },
  { name: "Requirements", path: "/requirements" },
  { name: "Student groups", path: "/groups" },
  { name: "Methods and data", path: "/methods" },
];

const link = (page, current) =>
  `<li><a data-page="${page.path.slice(1)}" href="${page.path.replace(/index$/, "")}"${page.path === current ? ' aria-current="page"' : ""}>${page.name}</a></li>`;

// The list of pages is a popover on a phone and a plain row on a wide screen (see the stylesheet).
const header = ({ path }) => `<a class="skip" href="#observablehq-main">Skip to the figures</a>
<div class="masthead">
  <a class="brand" href="/">ILP Observatory</a>
  <a class="other-language" href="?lang=es" hreflang="es" lang="es">Español</a>
  <button class="menu" type="button" popovertarget="pages">Pages</button>
</div>
<nav id="pages" aria-label="Pages" popover><ul>${PAGES.map((page) => link(page, path)).join("")}</ul></nav>`;

export default {
  root: "dashboard/src",
  output: process.env.ILP_DASHBOARD_OUTPUT ?? "dashboard/dist",
  title: "ILP Observatory",
  pages: PAGES,
  style: "style.css",
  globalStylesheets: [],
  head: '<link rel="icon" href="data:,"><meta name="color-scheme" content="light dark">',
  header,
  footer: "",
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  typographer: false,
  // Object storage serves names as they are, so links carry the extension.
  preserveExtension: true,
};
