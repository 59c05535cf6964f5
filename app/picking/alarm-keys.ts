/** What `expire-pick-tasks` raises about a task; one open exception per key. */
export function alarmKeys(taskId: string) {
  return { notAccepted: `not_accepted_in_time:${taskId}`, latePick: `late_pick:${taskId}` };
}
