package kontor.reporting.stream;

import org.jspecify.annotations.Nullable;

/**
 * The newest state of a state topic's key.
 *
 * @param body JSON; null when the thing is gone, whose version is kept because an older state may still come
 */
public record State(long version, @Nullable String body) {}
