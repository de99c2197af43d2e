package kontor.gateway.instance;

import java.net.ConnectException;
import java.net.UnknownHostException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Tells failures apart: after these not a byte of the request has left the gateway. */
public final class Unsent {

    private Unsent() {}

    public static boolean is(Throwable error) {
        return error instanceof ConnectException
                || error instanceof UnknownHostException
                || error instanceof PoolAcquireTimeoutException
                || error instanceof PoolAcquirePendingLimitException;
    }
}
