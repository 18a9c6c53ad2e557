/** One of the console's own pages, as it is before its script draws it. */
export interface OwnPage {
  /** The file, the script and the style are named for it, and so is the place that the script draws into. */
  readonly name: string;
  /** The title of the window and the first heading. It names no student. */
  readonly title: string;
  /** "Skip to the list" */
  readonly skip: string;
  readonly reading: string;
  /** Whether the script draws the first heading too, since it says who the page is about. */
  readonly drawsHeading?: true;
  /** Which command does the same, for a reader without JavaScript. */
  readonly without?: string;
}

/** The console's own pages, in the order of its links. */
export const OWN_PAGES: readonly OwnPage[] = [
  { name: "today", title: "Today", skip: "Skip to the numbers", reading: "Counting…" },
  { name: "students", title: "Students", skip: "Skip to the list", reading: "Reading the list…" },
  {
    ...{ name: "student", title: "Student", skip: "Skip to the student" },
    ...{ reading: "Reading the records…", drawsHeading: true },
  },
  {
    ...{ name: "conference-sheet", title: "Conference sheet", skip: "Skip to the sheet" },
    ...{ reading: "Reading the records…", drawsHeading: true },
  },
  { name: "week", title: "This week", skip: "Skip to the week", reading: "Reading the week…" },
  { name: "plans", title: "Plans", skip: "Skip to the plans", reading: "Reading the plans…" },
  {
    ...{ name: "counselors", title: "Counselors", skip: "Skip to the counselors" },
    reading: "Reading the list…",
  },
  {
    ...{ name: "data-to-fix", title: "Data to fix", skip: "Skip to the data to fix" },
    reading: "Reading what is to be fixed…",
    without: "ilp quarantine list prints what of the files could not be used.",
  },
  {
    ...{ name: "state-reports", title: "State reports", skip: "Skip to the reports" },
    reading: "Checking the reports…",
    without: "ilp report list, check, fix and certify do the same.",
  },
  {
    ...{ name: "decisions", title: "Decisions", skip: "Skip to the decisions" },
    reading: "Reading what was decided…",
    without:
      "The commands ilp exempt, attest, assign, duties and district confirm record the same.",
  },
  {
    ...{ name: "log", title: "Access log", skip: "Skip to the log", reading: "Reading the log…" },
    without: "ilp access-log prints the same.",
  },
];

/** The page as HTML. Its words are ours and hold no markup. */
export function ownPageHtml(page: OwnPage): string {
  const { name, title, skip, reading, drawsHeading = false, without = "" } = page;
  const heading = `<h1>${title}</h1>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${title} | ILP Observatory</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/${name}.css" />
    <link rel="stylesheet" href="/console.css" />
    <script type="module" src="/console.js"></script>
    <script type="module" src="/${name}.js"></script>
  </head>
  <body>
    <a class="skip" href="#main">${skip}</a>
    <header class="own-header"><a class="brand" href="/">ILP Observatory</a></header>
    <main id="main" class="own-page" tabindex="-1">
      ${drawsHeading ? "" : heading}
      <div id="${name}" data-state="loading">${drawsHeading ? heading : ""}<p>${reading}</p></div>
      <noscript><p>This page needs JavaScript. ${without}</p></noscript>
    </main>
  </body>
</html>
`;
}
