package kontor.gateway.door;

import kontor.gateway.problem.Refusal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A body that does not say its length beforehand, counted while it passes. */
final class BoundedBody extends ServerHttpRequestDecorator {

    private final long max;

    BoundedBody(ServerHttpRequest request, long max) {
        super(request);
        this.max = max;
    }

    static Refusal tooLarge() {
        return Refusal.tooLarge("The body is larger than this operation takes.");
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            long[] passed = {0};
            return super.getBody().handle((buffer, sink) -> {
                passed[0] += buffer.readableByteCount();
                if (passed[0] > max) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge());
                } else {
                    sink.next(buffer);
                }
            });
        });
    }
}
