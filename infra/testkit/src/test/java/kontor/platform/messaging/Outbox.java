package kontor.platform.messaging;

/** Stand-in. */
public interface Outbox {

    void append(Object event);
}
