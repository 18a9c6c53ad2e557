/** A card of the page for a chart or a table. */
export const card = (id, content) => {
  const section = document.createElement("section");
  section.id = id;
  section.className = "card";
  section.append(content);
  document.querySelector("main").append(section);
};
