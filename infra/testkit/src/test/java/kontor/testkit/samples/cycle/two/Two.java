package kontor.testkit.samples.cycle.two;

import kontor.testkit.samples.cycle.one.One;

/** Needs the one. */
public record Two(One one) {}
