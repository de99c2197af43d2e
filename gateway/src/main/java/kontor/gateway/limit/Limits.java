package kontor.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import kontor.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The limits of one gateway. Each answers null for "go on". With several gateways each counts by itself. */
@Component
public class Limits {

    private final Limiter<String> callers;
    private final Limiter<Object> addresses;
    private final Limiter<Object> registrations;
    private final Limiter<String> tickets;
    private final Limiter<String> messages;
    private final MeterRegistry metrics;

    Limits(LimitSettings settings, MeterRegistry metrics) {
        this.callers = new Limiter<>(settings.caller(), settings.rememberedMax());
        this.addresses = new Limiter<>(settings.anonymous(), settings.rememberedMax());
        this.registrations = new Limiter<>(settings.registrations(), settings.rememberedMax());
        this.tickets = new Limiter<>(settings.tickets(), settings.rememberedMax());
        this.messages = new Limiter<>(settings.messages(), settings.rememberedMax());
        this.metrics = metrics;
        metrics.gauge("gateway.limit.remembered", this, limits -> limits.callers.remembered());
    }

    public @Nullable Refusal ofCaller(String subject) {
        return refusal("caller", callers.take(subject));
    }

    public @Nullable Refusal ofAddress(InetAddress address) {
        return refusal("address", addresses.take(network(address)));
    }

    @Nullable
    Refusal ofRegistration(InetAddress address) {
        return refusal("registration", registrations.take(network(address)));
    }

    @Nullable
    Refusal ofTicket(String subject) {
        return refusal("ticket", tickets.take(subject));
    }

    /** Of all conversations together. */
    @Nullable
    Refusal ofMessage(String subject) {
        return refusal("message", messages.take(subject));
    }

    private @Nullable Refusal refusal(String limit, @Nullable Duration wait) {
        if (wait == null) {
            return null;
        }
        metrics.counter("gateway.limit.refusals", "limit", limit).increment();
        return Refusal.tooManyRequests(wait);
    }

    /** Of IPv6 the /64: a single client has that many addresses to choose from. */
    private static Object network(InetAddress address) {
        return address instanceof Inet6Address
                ? ByteBuffer.wrap(address.getAddress()).getLong()
                : address;
    }
}
