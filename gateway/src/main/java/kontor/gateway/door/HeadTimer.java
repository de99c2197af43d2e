package kontor.gateway.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that take too long over one request's head, however busily they drip. A head that arrives in one
 * piece, as nearly all do, costs no timer. Idle connections and slow bodies have timers of the server's own.
 */
final class HeadTimer extends ChannelInboundHandlerAdapter {

    private final Duration timeout;
    private boolean awaitsHead = true;
    private boolean begun;
    private @Nullable Future<?> end;

    HeadTimer(Duration timeout) {
        this.timeout = timeout;
    }

    /** Called by the handler behind the decoder, on the same thread. */
    void headComplete() {
        awaitsHead = false;
        stop();
    }

    void messageComplete() {
        awaitsHead = true;
        begun = false;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (awaitsHead) {
            begun = true;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (awaitsHead && begun && end == null) {
            end = context.executor().schedule(() -> end(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to be told that closing failed
    private static void end(ChannelHandlerContext context) {
        context.close();
    }

    private void stop() {
        begun = false;
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
