/** On every page of the console: it says that the figures are exact, and signs out. */
const bar = document.createElement("p");
bar.className = "console-bar";
const words = document.createElement("span");
words.textContent = "Console: exact figures, kept inside the district.";
const button = document.createElement("button");
button.type = "button";
button.textContent = "Sign out";
button.addEventListener("click", () => void signOut());
bar.append(words, button);
document.body.prepend(bar);

async function signOut(): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch("/session/end", { method: "POST", headers, body: "{}" });
  location.assign("/");
}

export {};
