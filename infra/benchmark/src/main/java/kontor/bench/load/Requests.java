package kontor.bench.load;

import java.net.URI;
import java.nio.ByteBuffer;

/** Where the load comes from: writes whole requests, of which no two are the same. */
@FunctionalInterface
public interface Requests {

    /** Puts the request into an empty buffer. The connection's number says which members it may act for. */
    void put(int connection, long sequence, ByteBuffer out);

    /**
     * Puts what follows upon the answer that ended the step before, such as the payment of what was bought. Only asked
     * for where an operation has further steps.
     *
     * @param location what the answer says is where
     */
    default void putNext(int connection, long sequence, URI location, ByteBuffer out) {
        throw new IllegalStateException("There is nothing to do with " + location);
    }
}
