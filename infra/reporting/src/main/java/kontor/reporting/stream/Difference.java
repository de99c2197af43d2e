package kontor.reporting.stream;

import java.util.List;

/** By how much a sum changes. */
record Difference(List<Long> values) {}
