/** One open exception per shop, however many jobs meet it. */
export const lockOutKey = "locked_out";
