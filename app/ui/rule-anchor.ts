/** The place of a guardrail on the rules page; ids may hold spaces, anchors may not. */
export function ruleAnchor(ruleId: string): string {
  return `rule-${encodeURIComponent(ruleId.replaceAll(/\s+/g, "-"))}`;
}
