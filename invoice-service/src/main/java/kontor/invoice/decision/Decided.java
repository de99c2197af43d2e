package kontor.invoice.decision;

/** A request was decided; published inside the transaction, heard by who waits once it has committed. */
public record Decided(long requestId) {}
