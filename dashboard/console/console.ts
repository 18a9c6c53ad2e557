/** On every page of the console: the bar above it. */
import { consoleBar } from "./bar/console-bar.js";

// The skip link stays the first thing that a keyboard reaches.
const skip = document.querySelector("a.skip");
document.body.prepend(...(skip === null ? [] : [skip]), consoleBar());
