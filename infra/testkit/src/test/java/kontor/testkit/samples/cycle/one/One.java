package kontor.testkit.samples.cycle.one;

import kontor.testkit.samples.cycle.two.Two;

/** Needs the other. */
public record One(Two other) {}
