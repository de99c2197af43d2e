package kontor.testkit.samples.inside.till;

import kontor.testkit.samples.inside.shelf.store.Rack;

/** Reaches into the shelf. */
public record Till(Rack rack) {}
