package kontor.gateway.problem;

/** One problem of the shop, as its page tells it. */
record ProblemEntry(String code, int status, String title, String meaning, String remedy, String retry) {}
