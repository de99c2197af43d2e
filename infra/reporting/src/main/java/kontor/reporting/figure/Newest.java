package kontor.reporting.figure;

/** A state topic, with the fields of a state that are used; every instance keeps all of it. */
public record Newest<T>(String topic, Class<T> type) {}
