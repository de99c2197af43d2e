package kontor.gateway.door;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import kontor.gateway.call.CorrelationId;
import kontor.gateway.problem.Problems;
import kontor.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Refuses heads that two readers could understand differently, which is what request smuggling lives on, and gives the
 * server's bare refusals of broken HTTP the form of a problem. Either way the connection is closed.
 */
final class HeadCheck extends ChannelDuplexHandler {

    private static final int PIPELINED_MAX = 16;

    private final DoorSettings settings;
    private final Problems problems;
    private final HeadTimer timer;
    private boolean refusing;
    private boolean abandoned;
    private int unanswered;
    private long earlyBytes;

    HeadCheck(DoorSettings settings, Problems problems, HeadTimer timer) {
        this.settings = settings;
        this.problems = problems;
        this.timer = timer;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            timer.headComplete();
            unanswered++;
            check(request);
        }
        if (unanswered > PIPELINED_MAX) {
            abandon(context);
        }
        if (abandoned) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof LastHttpContent) {
            timer.messageComplete();
        }
        if (message instanceof HttpContent content && unanswered > 1) {
            earlyBytes += content.content().readableBytes();
        }
        context.fireChannelRead(message);
    }

    /**
     * What arrives before the end of an earlier answer was written has to be kept in memory. A client may rightly send
     * its next request as soon as it has read the whole answer, which is an instant before the server is done with it;
     * so a few heads and one ordinary body are taken, and the rest has to wait at the client until its turn.
     */
    @Override
    public void read(ChannelHandlerContext context) {
        if (earlyBytes < settings.bodyMax().toBytes()) {
            context.read();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to be told that closing failed
    private void abandon(ChannelHandlerContext context) {
        abandoned = true;
        context.close();
    }

    private void check(HttpRequest request) {
        if (request.decoderResult().isSuccess()) {
            Exception fault = fault(request);
            if (fault != null) {
                request.setDecoderResult(DecoderResult.failure(fault));
            }
        }
        refusing |= request.decoderResult().isFailure();
    }

    private @Nullable Exception fault(HttpRequest request) {
        HttpHeaders headers = request.headers();
        if (request.uri().length() > settings.uriMax().toBytes()) {
            return new TooLongHttpLineException("uri");
        }
        if (headers.size() > settings.headersMax()) {
            return new TooLongHttpHeaderException("headers");
        }
        boolean plain = isKnown(request.protocolVersion())
                && request.uri().startsWith("/")
                && request.uri().indexOf('#') < 0
                && hasOneHost(request)
                && hasPlainLength(headers.get(HttpHeaderNames.CONTENT_LENGTH))
                && hasPlainCoding(headers.getAll(HttpHeaderNames.TRANSFER_ENCODING));
        return plain ? null : new IllegalArgumentException("ambiguous");
    }

    private static boolean isKnown(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    private static boolean hasOneHost(HttpRequest request) {
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        return hosts == 1 || (hosts == 0 && request.protocolVersion().equals(HttpVersion.HTTP_1_0));
    }

    /** The decoder takes a sign too, which others might not. */
    private static boolean hasPlainLength(@Nullable String length) {
        return length == null || length.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Chunked or none: any other coding, or two, could be skipped by one reader and honoured by the next. */
    private static boolean hasPlainCoding(List<String> codings) {
        return codings.isEmpty() || (codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked"));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean isInterim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        boolean isAnswered = message instanceof LastHttpContent && !isInterim;
        super.write(context, isBareRefusal(message) ? problem((FullHttpResponse) message) : message, promise);
        if (isAnswered) {
            unanswered--;
            if (unanswered <= 1) {
                earlyBytes = 0;
            }
            // The server reads on demand and forgets to ask for more when a request that came ahead of its turn is
            // answered at once (reactor-netty 4347 and 4361): the connection would hang with the next one unread.
            context.executor().execute(() -> read(context));
        }
    }

    private boolean isBareRefusal(Object message) {
        return refusing
                && message instanceof FullHttpResponse response
                && !response.content().isReadable()
                && response.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
    }

    private FullHttpResponse problem(FullHttpResponse bare) {
        HttpResponseStatus status = bare.status();
        bare.release();
        Refusal refusal = switch (status.code()) {
            case 414 -> Refusal.tooLarge("The address is too long.").withStatus(414);
            case 431 ->
                Refusal.tooLarge("The headers are too many or too long.").withStatus(431);
            default -> Refusal.malformed("The request is not well-formed HTTP.");
        };
        String correlationId = CorrelationId.from(null);
        byte[] body = problems.write(refusal, "/", correlationId);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set("X-Content-Type-Options", "nosniff")
                .set(CorrelationId.HEADER, correlationId);
        return response;
    }
}
