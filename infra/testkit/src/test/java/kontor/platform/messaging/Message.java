package kontor.platform.messaging;

/** Stand-in. */
public record Message(String type) {}
