import { html } from "htl";

/** One thing that a form of a decision asks for. */
export interface DecisionField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** The message if the field is empty; absent if it may be. */
  readonly missing?: string;
  readonly value?: string;
  /** A list of choices, a day, one line of text, or several lines. */
  readonly is: Choices | "day" | "line" | "words";
}

type Choices = readonly { readonly id: string; readonly name: string }[];

/** A field with its label, its hint and room for what is wrong with it. */
export interface FieldRow {
  readonly name: string;
  readonly row: HTMLElement;
  readonly value: () => string;
  /** The message if it is empty and must not be; null if it is valid. */
  readonly missing: () => string | null;
  readonly say: (words: string) => void;
  readonly focus: () => void;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function fieldRow(field: DecisionField): FieldRow {
  const { name, label, hint = "", missing } = field;
  const [hintId, faultId] = [`${name}-hint`, `${name}-fault`];
  const control = controlOf(field);
  control.id = `${name}-entered`;
  control.setAttribute("aria-describedby", hint === "" ? faultId : `${hintId} ${faultId}`);
  if (missing !== undefined) control.setAttribute("aria-required", "true");
  const fault = html`<p class="fault" id=${faultId} role="alert"></p>`;
  return {
    name,
    row: html`<div class="field">
      <label for=${control.id}>${label}${missing === undefined ? " (may be empty)" : ""}</label>
      ${control} ${hint === "" ? "" : html`<p class="hint" id=${hintId}>${hint}</p>`} ${fault}
    </div>`,
    value: () => control.value.trim(),
    missing: () => (missing !== undefined && control.value.trim() === "" ? missing : null),
    say(words) {
      fault.textContent = words;
      control.toggleAttribute("aria-invalid", words !== "");
      if (words !== "") control.setAttribute("aria-invalid", "true");
    },
    focus: () => control.focus(),
  };
}

function controlOf({ is, value = "" }: DecisionField): Control {
  if (is === "day") return html`<input type="date" value=${value} />` as HTMLInputElement;
  if (is === "line") {
    return html`<input
      type="text"
      value=${value}
      maxlength="200"
      autocomplete="off"
    />` as HTMLInputElement;
  }
  if (is === "words") {
    const area = html`<textarea rows="3" maxlength="1000"></textarea>` as HTMLTextAreaElement;
    area.value = value;
    return area;
  }
  const select = html`<select></select>` as HTMLSelectElement;
  const isChosen = is.some(({ id }) => id === value);
  select.append(
    ...(isChosen ? [] : [new Option("Choose one", "", true, true)]),
    ...is.map(({ id, name }) => new Option(name, id, id === value, id === value)),
  );
  return select;
}
