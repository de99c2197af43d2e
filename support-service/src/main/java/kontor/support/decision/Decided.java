package kontor.support.decision;

/** What a caller waits for has come for that ticket; heard by those who wait once its transaction has committed. */
public record Decided(long id) {}
