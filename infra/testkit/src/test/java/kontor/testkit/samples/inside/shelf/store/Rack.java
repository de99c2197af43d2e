package kontor.testkit.samples.inside.shelf.store;

/** Public, but inside the shelf. */
public record Rack(int size) {}
