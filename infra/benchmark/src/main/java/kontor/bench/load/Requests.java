package kontor.bench.load;

import java.nio.ByteBuffer;

/** Where the load comes from: writes whole requests, of which no two are the same. */
@FunctionalInterface
public interface Requests {

    /** Puts the request into an empty buffer. The connection's number says which members it may act for. */
    void put(int connection, long sequence, ByteBuffer out);
}
