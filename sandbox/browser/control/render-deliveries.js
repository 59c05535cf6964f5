import { makeBadge, makeElement } from "./make-element.js";

/** The newest deliveries, each with its attempts and a replay. */
export function renderDeliveries(deliveries, replay) {
  const head = ["#", "Topic", "State", "Attempts", "Event", ""].map((title) =>
    makeElement("th", { scope: "col" }, title),
  );
  const rows = deliveries.map((delivery) => {
    const answers = delivery.attempts.map(({ status, error }) => status ?? error).join(", ");
    return makeElement(
      "tr",
      {},
      makeElement("td", {}, String(delivery.number)),
      makeElement(
        "td",
        {},
        delivery.topic,
        delivery.origin === "event" ? null : ` (${delivery.origin})`,
      ),
      makeElement("td", {}, makeBadge(delivery.state)),
      makeElement("td", {}, answers),
      makeElement("td", { class: "quiet" }, delivery.eventId.slice(0, 8)),
      makeElement(
        "td",
        {},
        makeElement("button", { onclick: () => replay(delivery.number) }, "Replay"),
      ),
    );
  });
  if (rows.length === 0)
    return [
      makeElement(
        "tbody",
        {},
        makeElement(
          "tr",
          {},
          makeElement(
            "td",
            {},
            "None sent yet: the app is not installed, or nothing has happened.",
          ),
        ),
      ),
    ];
  return [
    makeElement("thead", {}, makeElement("tr", {}, ...head)),
    makeElement("tbody", {}, ...rows),
  ];
}
