package kontor.decision;

/**
 * Something about the thing of this id was decided; published inside the transaction, heard by those who wait once it
 * has committed. Where a service decides about things of several kinds, two may have the same id, which costs a look in
 * vain.
 */
public record Decided(long id) {}
